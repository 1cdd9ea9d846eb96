"""Export of tables, corrections and decisions to files.

`export.py` is the entry: it selects what is exported. `table_export.py` and `corrections.py` write, in the
format that `core/tables/formats.py` gives for the suffix, with the writers that it names.
`export_options.py` has what a curator can choose, `record_values.py` the values of the added columns. A new
file format is added in `core/tables`, not here.
"""
