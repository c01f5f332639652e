# Turns a deck into a PDF, a PDF of its notes pages, or a PNG of each slide, by the PowerPoint of this computer.
# ASCII only: Windows PowerShell reads a script without a byte order mark in the computer's own code page.
param(
    [Parameter(Mandatory)][string]$Deck,   # read only, without a window
    [Parameter(Mandatory)][string]$To,     # a file; for png a folder
    [Parameter(Mandatory)][ValidateSet('pdf', 'notes', 'png')][string]$What,
    [int]$Width = 1920,
    [Parameter(Mandatory)][string]$Fault   # the file that tells what went wrong
)
$ErrorActionPreference = 'Stop'
$wasRunning = @(Get-Process -Name POWERPNT -ErrorAction SilentlyContinue).Count -gt 0
$app = $null
$deckOpen = $null
$code = 0
try {
    $app = New-Object -ComObject PowerPoint.Application
    $deckOpen = $app.Presentations.Open($Deck, -1, 0, 0)
    if ($What -eq 'png') {
        $height = [int][Math]::Round($Width * $deckOpen.PageSetup.SlideHeight / $deckOpen.PageSetup.SlideWidth)
        foreach ($slide in $deckOpen.Slides) {
            $slide.Export((Join-Path $To ('{0:d4}.png' -f $slide.SlideIndex)), 'PNG', $Width, $height)
        }
    } else {
        $output = if ($What -eq 'notes') { 5 } else { 1 }
        $range = $deckOpen.PrintOptions.Ranges.Add(1, $deckOpen.Slides.Count)
        # path, PDF, for print, no frames, order, slides or notes pages, no hidden slides, all of the range, no show,
        # with properties, with rights, with structure tags, bitmaps for missing fonts, no PDF/A, no markup
        $deckOpen.ExportAsFixedFormat2($To, 2, 2, 0, 1, $output, 0, $range, 1, '', $true, $true, $true, $true, $false, $false)
    }
} catch {
    [IO.File]::WriteAllText($Fault, $_.Exception.Message)
    $code = 1
} finally {
    if ($null -ne $deckOpen) {
        $deckOpen.Close()
        [void][Runtime.InteropServices.Marshal]::ReleaseComObject($deckOpen)
    }
    if ($null -ne $app) {
        # A PowerPoint that people had open is the same as ours: it is left as it is.
        if (-not $wasRunning -and $app.Presentations.Count -eq 0) { $app.Quit() }
        [void][Runtime.InteropServices.Marshal]::ReleaseComObject($app)
    }
    [GC]::Collect()
    [GC]::WaitForPendingFinalizers()
}
exit $code
