"""Where a deck contradicts itself or its source: claims that do not hold, typed numbers, jumps, late corrections."""
