"""Tests that are skipped on Windows, by reason.

"POSIX" is what Windows itself does not have; "Wine" is what the Windows of `make windows-test` does not have.
A file stands for all of its tests.
"""

from typing import Final

_TESTS: Final = {
    "POSIX: Ctrl+C for a process group": ("test_start.py",),
    "POSIX: a worker process has the output of its program": (
        "test_own_estimators.py::test_output_of_a_recipe_does_not_mix_with_results_on_stdout",
    ),
    "POSIX: a limit of file sizes": (
        "test_bundle.py::test_a_model_that_does_not_fit_on_the_disk_says_so",
        "test_crashes.py::test_a_partial_write_loses_no_saved_data",
        "test_terminal_and_signals.py::test_a_full_disk_keeps_the_old_file",
        "test_log_file.py::test_a_full_disk_ends_the_log_and_nothing_else",
    ),
    "POSIX: a limit of memory": (
        "test_pool.py::test_arguments_for_which_the_process_has_no_memory_are_an_error",
    ),
    "POSIX: a limit of open files": ("test_pool.py::test_start_that_is_refused_is_an_error",),
    "POSIX: an open file cannot be moved on Windows": (
        "test_disk_errors.py::test_a_folder_in_place_of_the_workspace_does_not_keep_the_lock",
        "curation/test_off_topic.py::test_a_failed_search_is_a_message",
        "test_import_reader.py::test_table_that_changes_while_it_is_read_is_an_error",
        "test_tag_set_editor.py::test_a_failed_count_of_contradictions_is_a_message",
        "test_disk_errors.py::test_a_moved_or_deleted_workspace_is_reported_and_can_be_saved",
        "test_write_ahead_log.py::test_a_log_is_not_replayed_into_another_file[replaced_while_open",
    ),
    "POSIX: fork": ("test_killed_recovery.py",),
    "POSIX: links need a privilege on Windows": (
        "core/test_fuzz.py::test_a_link_in_a_bundle_reveals_no_other_file",
        "test_damaged_files.py::test_no_file_beside_a_workspace_is_opened_through_a_link",
        "test_write_ahead_log.py::test_a_symbolic_link_has_the_lock_and_the_log_of_its_file",
    ),
    "POSIX: named pipes": (
        "test_files.py::test_a_pipe_is_never_replaced_by_a_file",
        "test_opening.py::test_a_pipe_is_refused_without_waiting_for_its_content",
        "test_predict.py::test_a_pipe_is_not_replaced_even_with_force",
    ),
    "POSIX: niceness": ("test_pool.py::test_the_window_has_a_core_before_it",),
    "POSIX: permissions": (
        "test_backups.py::test_a_restored_workspace_keeps_its_permissions",
        "test_files.py::test_a_file_gets_the_permissions_of_the_replaced_one_or_the_default",
        "test_permissions.py",
        "test_table_file.py::test_a_file_that_may_not_be_read",
    ),
    "POSIX: permissions of folders": (
        "test_workspace_opener.py::test_a_table_in_a_read_only_folder_has_its_workspace_in_the_data_folder",
        "test_workspace_opener.py::test_the_advice_fits_when_the_data_folder_cannot_be_written",
        "test_disk_errors.py::test_a_folder_that_cannot_be_written_to_is_read_only",
        "test_disk_errors.py::test_no_acknowledged_decision_is_lost_with_a_stale_decision_log",
        "test_migrations.py::test_a_read_only_file_of_an_earlier_format_is_an_error",
    ),
    "POSIX: signals": (
        "test_closing.py::test_an_exit_signal_closes_the_window_while_a_dialog_is_open",
        "test_closing.py::test_an_ignored_signal_stays_ignored",
    ),
    "POSIX: terminals": ("test_terminal_and_signals.py::test_a_terminal_shows_a_progress_bar_unless_quiet",),
    "Wine: its fonts are wider than Segoe UI": (
        "test_help_window.py::test_every_page_is_drawn_with_its_pictures",
        "test_production_dialog.py::test_a_narrow_table_of_rates_keeps_the_names_of_its_rows",
        "test_production_dialog.py::test_the_first_column_is_not_cut_on_a_small_screen",
    ),
    "Wine: the whole path of an open file ends at 260 characters": (
        "test_paths.py::test_a_table_is_imported_decided_and_exported_in_any_folder[over 260 characters",
    ),
    "Wine: a job does not limit memory": (
        "test_workbook_probe.py::test_a_small_binary_workbook_gets_little_memory",
        "test_workbook_probe.py::test_binary_workbooks_that_end_the_reader_are_refused",
    ),
}
SKIPPED: Final = {name: reason for reason, names in _TESTS.items() for name in names}
"""The reasons by what names begin with: a file, a test of it, or a test with its first parameter."""
