"""What a curator works with for hours: focus view, chips, palette, tag set, sittings."""
