"""What the notebooks share: the way to a finished output, and one look for all charts.

The output folder is the one that the environment variable MIDWATER_OUTPUT names, else target/demo/results.
"""

import json
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

import duckdb
import matplotlib.pyplot as plt
from IPython.display import Markdown, display

# Okabe and Ito: told apart with every common kind of colour vision, and in grey.
BLUE, ORANGE, GREEN, PURPLE, SKY, RED, YELLOW, GREY = (
    "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999")

KINDS = ["SWEEP", "CP_LIMIT", "CP_MARKET", "CP_BLOCK", "CP_CROSSING", "LIT"]
KIND_COLOURS = dict(zip(KINDS, [BLUE, SKY, GREEN, PURPLE, RED, ORANGE]))


class Output:
    """A finished output: its tables and aggregates as views of one DuckDB connection.

    An aggregate that has a table's name is called aggregated_<name>.
    """

    def __init__(self, path=None):
        here = Path(__file__).resolve().parent
        self.path = Path(path or os.environ.get("MIDWATER_OUTPUT") or here.parent / "target/demo/results")
        latest = self.path / "runs/latest"
        if not latest.exists():
            raise FileNotFoundError(f"no finished output in {self.path}: set MIDWATER_OUTPUT")
        self.run = self.path / "runs" / latest.read_text().strip()
        self.manifest = json.loads((self.run / "manifest.json").read_text())
        self.settings = json.loads(self.manifest["configuration"])["midwater"]
        self.time_zone = self.settings["market"]["time-zone"]
        self.con = duckdb.connect()
        for folder in sorted((self.path / "tables").iterdir()):
            if any(folder.rglob("*.parquet")):
                self._view(folder.name, folder / "**/*.parquet", ", hive_partitioning = true")
        tables = {path.name for path in (self.path / "tables").iterdir()}
        for file in sorted((self.path / "aggregated").glob("*.parquet")):
            # replay_quality is a table of units and an aggregate of them with their total.
            self._view(f"aggregated_{file.stem}" if file.stem in tables else file.stem, file, "")

    def _view(self, name, files, options):
        quoted = str(files).replace("'", "''")
        self.con.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{quoted}'{options})")

    def sql(self, query):
        """The answer as a pandas frame."""
        return self.con.execute(query).df()

    def one(self, query):
        """The first row as a tuple."""
        return self.con.execute(query).fetchone()

    def has(self, name):
        """Whether there is a table or an aggregate of that name."""
        return name in set(self.sql("SHOW TABLES").name)


def same(ours, published, what):
    """Fails unless two figures agree to nine digits; no value agrees with no value."""
    ours, published = (float("nan") if x is None else float(x) for x in (ours, published))
    both_missing = ours != ours and published != published
    assert both_missing or abs(ours - published) <= 1e-9 * max(1.0, abs(published)), (
        f"{what}: {ours} here, {published} published")


@contextmanager
def chatter_to_file():
    """Programs started inside write their messages to a file of the temporary folder instead of into the notebook."""
    before = os.dup(2)
    with tempfile.NamedTemporaryFile(prefix="midwater-notebook-", suffix=".log", delete=False) as log:
        os.dup2(log.fileno(), 2)
    try:
        yield log.name
    finally:
        os.dup2(before, 2)
        os.close(before)


def say(text):
    """A sentence under a chart."""
    display(Markdown(text))


def chart(columns=2, width=11.0, height=4.0, **options):
    """Empty axes side by side, in the common look."""
    plt.rcParams.update({
        "axes.grid": True, "axes.axisbelow": True, "axes.spines.top": False, "axes.spines.right": False,
        "axes.titlelocation": "left", "axes.titlesize": 11, "font.size": 10, "grid.color": "#e6e6e6",
        "legend.frameon": False, "figure.dpi": 110})
    return plt.subplots(1, columns, figsize=(width, height), layout="constrained", **options)


def heat(axes, table, fmt, colours="Blues", **limits):
    """A heat map of a frame with its numbers written into the cells; an empty cell stays white."""
    image = axes.imshow(table.to_numpy(dtype=float), cmap=colours, aspect="auto", **limits)
    axes.set_xticks(range(table.shape[1]), [str(c) for c in table.columns])
    axes.set_yticks(range(table.shape[0]), [str(i) for i in table.index])
    axes.grid(False)
    axes.tick_params(length=0)
    if table.size <= 200:
        for y, row in enumerate(table.to_numpy(dtype=float)):
            for x, value in enumerate(row):
                if value == value:
                    dark = image.norm(value) > 0.55
                    axes.text(x, y, fmt.format(value), ha="center", va="center", fontsize=9,
                              color="white" if dark else "black")
    return image
