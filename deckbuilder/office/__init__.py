"""The programs that turn a deck into PDF and pictures: LibreOffice, PowerPoint, pdfium."""
