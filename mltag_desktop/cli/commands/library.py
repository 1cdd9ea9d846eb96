"""`mltag library`: the models that are kept for other tables."""

from pathlib import Path
from typing import Annotated, Any, Final

import typer

from mltag_desktop.cli.command_inputs import open_workspace
from mltag_desktop.cli.options import Force, Json, Quiet
from mltag_desktop.cli.output import Printer, counted, refuse_existing, write_json
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import WORKSPACE_SUFFIX
from mltag_desktop.core.learning.library_models import save_to_library
from mltag_desktop.core.learning.workspace_models import find_model, record_base_model
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.model.library.model_file import MODEL_SUFFIX
from mltag_desktop.core.model.library.model_library import (
    LibraryModel,
    ModelDetails,
    default_library,
    details_of,
)
from mltag_desktop.core.progress import SILENT

_MOST_TAGS: Final = 4

GROUP: Final = typer.Typer(
    invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
Name = Annotated[str, typer.Argument(metavar="NAME", help="A name of the library, or a version.")]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="A note to show in the list.")]


@GROUP.callback()
def library(context: typer.Context, json: Json = None, force: Force = False, quiet: Quiet = False) -> None:
    """Keep models for other tables; without a command, list them."""
    if context.invoked_subcommand is None:
        list_(json, force, quiet)


@GROUP.command("list")
def list_(json: Json = None, force: Force = False, quiet: Quiet = False) -> None:
    """List the models of the library."""
    refuse_existing(json, force=force)
    models = default_library().models()
    printer = Printer(quiet=quiet, json_target=json)
    if not models:
        printer.result("The library is empty. To add a model: mltag library add BUNDLE|WORKSPACE NAME")
    else:
        rows = [
            [
                model.name,
                model.version,
                _tags(model),
                model.details.trained_on,
                _f1(model.details),
                f"{model.size / 1_000_000:.1f} MB",
                model.details.created[:10],
                model.last_table,
                "damaged" if model.damage else model.details.note,
            ]
            for model in models
        ]
        titles = ("name", "version", "tags", "trained on", "F1", "size", "created", "last used with", "note")
        printer.table(titles, rows)
    write_json(json, [as_json(model) for model in models], force=force)


@GROUP.command()
def show(name: Name, json: Json = None, force: Force = False, quiet: Quiet = False) -> None:
    """Show one model: its tags, origin and folder."""
    refuse_existing(json, force=force)
    _print_model(Printer(quiet=quiet, json_target=json), default_library().find(name))
    write_json(json, as_json(default_library().find(name)), force=force)


@GROUP.command()
def add(
    source: Annotated[
        Path, typer.Argument(metavar="SOURCE", help="A bundle, a .mltagmodel file or a workspace.")
    ],
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name in the library.")],
    version: Annotated[
        str | None,
        typer.Option(
            "--version", metavar="VERSION", help="A model of the workspace. Default: the active one."
        ),
    ] = None,
    note: Note = "",
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Add a model under a name; the same model is added only once."""
    refuse_existing(json, force=force)
    models = default_library()
    printer = Printer(quiet=quiet, json_target=json)
    if source.suffix.lower() == WORKSPACE_SUFFIX:
        with open_workspace(source, write=False) as document:
            record_base_model(document)
            info = find_model(document.models.all(), version or document.models.active or "")
            if info.bundled:
                raise MltagError(
                    f"Model {info.version} is bundled with the program.",
                    "Promote another model, or name one.",
                )
            added = save_to_library(SILENT, document, info.version, models, name, note)
    elif version is not None:
        raise MltagError("--version needs a workspace.", "Name a .mltag file.")
    elif source.is_dir():
        known = details_of(load_bundle(source).manifest)
        added = models.add(
            source, name, ModelDetails(known.trained_on, note, "", known.f1, known.f1_interval)
        )
    else:
        added = models.import_file(source, name)
        added = models.set_note(added, note) if note else added
    _added(printer, added, name)
    write_json(json, as_json(added), force=force)


@GROUP.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .mltagmodel file or a bundle.")],
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="The name. Default: the one in the file.")
    ] = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Add the model in a .mltagmodel file."""
    refuse_existing(json, force=force)
    added = default_library().import_file(file, name)
    _added(Printer(quiet=quiet, json_target=json), added, name or added.name)
    write_json(json, as_json(added), force=force)


@GROUP.command()
def export(
    name: Name,
    out: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The output file. Default: NAME.mltagmodel.")
    ] = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Write a model into one .mltagmodel file."""
    models = default_library()
    model = models.find(name)
    target = out or Path(f"{model.name}{MODEL_SUFFIX}")
    if target.suffix.lower() != MODEL_SUFFIX:
        target = target.with_name(target.name + MODEL_SUFFIX)
    refuse_existing(target, force=force)
    models.export(model, target, replace=force)
    Printer(quiet=quiet).result(f"{model.name} was written to {target}")


@GROUP.command()
def rename(
    name: Name,
    new_name: Annotated[str, typer.Argument(metavar="NEW", help="The new name.")],
    quiet: Quiet = False,
) -> None:
    """Give a model another name."""
    models = default_library()
    model = models.rename(models.find(name), new_name)
    Printer(quiet=quiet).result(f"Model {model.version} is now called {model.name}")


@GROUP.command()
def remove(name: Name, quiet: Quiet = False) -> None:
    """Delete a model from the library; workspaces that use it keep their copy."""
    models = default_library()
    found = [model for model in models.models() if model.damage and model.name == name]
    model = found[0] if found else models.find(name)
    models.remove(model)
    Printer(quiet=quiet).result(f"{model.name} was deleted from the library")


def as_json(model: LibraryModel) -> dict[str, Any]:
    """Return a model of the library as JSON values."""
    details = model.details
    return {
        "name": model.name,
        "version": model.version,
        "hash": model.hash,
        "tags": model.tags,
        "trained_on": details.trained_on,
        "f1": details.f1,
        "f1_interval": details.f1_interval,
        "size": model.size,
        "created": details.created,
        "note": details.note,
        "last_table": model.last_table,
        "folder": str(model.bundle),
        "damage": model.damage or None,
    }


def _added(printer: Printer, model: LibraryModel, name: str) -> None:
    if " ".join(name.split()).casefold() == model.name.casefold():
        printer.result(f"Model {model.version} is in the library as {model.name}")
    else:
        printer.result(f"Model {model.version} was already in the library, as {model.name}")


def _print_model(printer: Printer, model: LibraryModel) -> None:
    details = model.details
    printer.result(f"{model.name}: model {model.version}, {counted(len(model.tags), 'tag')}")
    facts = (
        ("tags", ", ".join(model.tags)),
        ("trained on", details.trained_on),
        ("F1", _f1(details)),
        ("created", details.created),
        ("note", details.note),
        ("last used with", model.last_table),
        ("folder", str(model.bundle)),
        ("hash", model.hash),
    )
    printer.table(("", ""), [[title, words] for title, words in facts if words])


def _tags(model: LibraryModel) -> str:
    names = ", ".join(model.tags[:_MOST_TAGS])
    return f"{names} and {len(model.tags) - _MOST_TAGS} more" if len(model.tags) > _MOST_TAGS else names


def _f1(details: ModelDetails) -> str:
    if details.f1 is None:
        return ""
    if details.f1_interval is None:
        return f"{details.f1:.3f}"
    low, high = details.f1_interval
    return f"{details.f1:.3f} ({low:.3f} to {high:.3f})"
