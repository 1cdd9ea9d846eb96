"""Export of tables, corrections and decisions to files.

`export.py` is the entry: it selects what is exported. `table_export.py` and `corrections.py` write, in the
format that `core/tables/file_formats.py` gives for the suffix, with the writers of `core/tables/formats`.
`export_options.py` has what a curator can choose, `record_values.py` the values of the added columns. A new
file format is added in `core/tables`, not here.
"""
