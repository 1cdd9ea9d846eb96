/* Find the cells of well-formed CSV records: the compiled twin of csv.reader with strict=True in record_parser.py.
 *
 * `records.py` allocates the arrays; tests/core/tables/text/test_compiled_records.py compares both ways.
 */
#define Py_LIMITED_API 0x030B0000
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define VERSION 1 /* as in records.py: raise both when arguments or results change */
#define MISFIT "the arrays do not fit together"
#define DOUBLED 0x80000000u /* in the end of a cell: it has doubled quotes */
#define NOT_WELL_FORMED (-1)

typedef unsigned char Byte;

typedef struct {
    const Byte *block;
    uint32_t *cells; /* start and end of each cell */
    uint32_t *ends;  /* of each record */
    Py_ssize_t size, most, width, lines;
    int delimiter, quote; /* the quote is -1 for none */
} Scan;

static inline int is_break(Byte byte) { return byte == '\n' || byte == '\r'; }

/* Return the place after the record at `at`; NOT_WELL_FORMED where csv.reader or the width has to decide, `size` + 1 for
 * a record that does not end in the block. */
static Py_ssize_t scan_record(Scan *scan, Py_ssize_t at, uint32_t *cell)
{
    const Byte *block = scan->block;
    Py_ssize_t size = scan->size;
    if (is_break(block[at]))
        return NOT_WELL_FORMED;
    for (Py_ssize_t left = scan->width; left > 0; left--) {
        if (at < size && block[at] == scan->quote) {
            uint32_t doubled = 0;
            *cell++ = (uint32_t)++at;
            for (;; at++) {
                if (at >= size)
                    return size + 1;
                if (block[at] == scan->quote) {
                    if (at + 1 == size || block[at + 1] != scan->quote)
                        break;
                    doubled = DOUBLED;
                    at++;
                } else if (block[at] == '\n' || (block[at] == '\r' && at + 1 < size && block[at + 1] != '\n')) {
                    scan->lines++;
                }
            }
            *cell++ = (uint32_t)at++ | doubled;
        } else {
            *cell++ = (uint32_t)at;
            while (at < size && block[at] != scan->delimiter && !is_break(block[at]))
                at++;
            *cell++ = (uint32_t)at;
        }
        if (left == 1)
            break;
        if (at == size || block[at] != scan->delimiter)
            return NOT_WELL_FORMED;
        at++;
    }
    scan->lines++;
    if (at == size)
        return size;
    if (block[at] == '\n')
        return at + 1;
    return block[at] == '\r' && at + 1 < size && block[at + 1] == '\n' ? at + 2 : NOT_WELL_FORMED;
}

/* Return the number of complete records, or NOT_WELL_FORMED. */
static Py_ssize_t scan_block(Scan *scan, int is_final)
{
    Py_ssize_t count = 0, at = 0, lines = 0;
    while (at < scan->size && count < scan->most) {
        Py_ssize_t before = scan->lines;
        at = scan_record(scan, at, scan->cells + 2 * scan->width * count);
        if (at == NOT_WELL_FORMED)
            return NOT_WELL_FORMED;
        if (at > scan->size) {
            scan->lines = before;
            return is_final ? NOT_WELL_FORMED : count;
        }
        lines = before;
        scan->ends[count++] = (uint32_t)at;
    }
    if (at < scan->size)
        return NOT_WELL_FORMED;
    if (!is_final && count) { /* blank lines may follow, which belong to the last record */
        scan->lines = lines;
        count--;
    }
    return count;
}

static PyObject *scan(PyObject *module, PyObject *arguments)
{
    Scan scan = {0};
    Py_buffer block, cells, ends;
    int is_final;
    if (!PyArg_ParseTuple(arguments, "y*iinpw*w*:scan", &block, &scan.delimiter, &scan.quote, &scan.width, &is_final,
                          &cells, &ends))
        return NULL;
    scan.block = block.buf;
    scan.size = block.len;
    scan.cells = cells.buf;
    scan.ends = ends.buf;
    scan.most = ends.len / 4;
    Py_ssize_t count = NOT_WELL_FORMED;
    int fits = scan.width > 0 && scan.size < (Py_ssize_t)DOUBLED && cells.len / 8 / scan.width >= scan.most;
    if (fits) {
        Py_BEGIN_ALLOW_THREADS
        count = scan_block(&scan, is_final);
        Py_END_ALLOW_THREADS
    } else {
        PyErr_SetString(PyExc_ValueError, MISFIT);
    }
    PyBuffer_Release(&block);
    PyBuffer_Release(&cells);
    PyBuffer_Release(&ends);
    return fits ? Py_BuildValue("nn", count, scan.lines) : NULL;
}

/* Return the size of the character at `at` if str.strip removes it, else 0. */
static inline Py_ssize_t space(const Byte *at, Py_ssize_t left)
{
    if (left == 1)
        return *at == ' ' || (*at >= 9 && *at <= 13) || (*at >= 28 && *at <= 31);
    if (left == 2)
        return at[0] == 0xC2 && (at[1] == 0x85 || at[1] == 0xA0) ? 2 : 0;
    uint32_t code = (uint32_t)at[0] << 16 | (uint32_t)at[1] << 8 | at[2];
    return code == 0xE19A80 || (code >= 0xE28080 && code <= 0xE2808A) || code == 0xE280A8 || code == 0xE280A9 ||
                   code == 0xE280AF || code == 0xE2819F || code == 0xE38080
               ? 3
               : 0;
}

static inline void strip(const Byte **start, const Byte **end)
{
    for (Py_ssize_t size = 1; size && *start < *end; *start += size)
        for (size = *end - *start < 3 ? *end - *start : 3; size && !space(*start, size); size--)
            ;
    for (Py_ssize_t size = 1; size && *start < *end; *end -= size)
        for (size = *end - *start < 3 ? *end - *start : 3; size && !space(*end - size, size); size--)
            ;
}

/* Copy a cell with single quotes; return the place after it. */
static inline Byte *copy(Byte *to, const Byte *start, const Byte *end, int is_doubled, int quote)
{
    if (!is_doubled) {
        memcpy(to, start, end - start);
        return to + (end - start);
    }
    for (; start < end; start++) {
        *to++ = *start;
        start += *start == quote;
    }
    return to;
}

/* Check that the cells are in the block and the columns are cells; return the longest size of all columns, or -1. */
static Py_ssize_t longest(const Py_buffer *block, const Py_buffer *cells, Py_ssize_t width, PyObject *columns)
{
    if (width <= 0)
        return -1;
    Py_ssize_t most = 0, count = cells->len / 8 / width;
    const uint32_t *bounds = cells->buf;
    for (Py_ssize_t record = 0; record < count; record++) {
        Py_ssize_t size = 0;
        for (Py_ssize_t each = 0; each < PyTuple_Size(columns); each++) {
            Py_ssize_t column = PyLong_AsSsize_t(PyTuple_GetItem(columns, each));
            if (column < 0 || column >= width)
                return -1;
            const uint32_t *cell = bounds + 2 * (record * width + column);
            if (cell[0] > (cell[1] & ~DOUBLED) || (cell[1] & ~DOUBLED) > block->len)
                return -1;
            size += (cell[1] & ~DOUBLED) - cell[0] + 1;
        }
        most = size > most ? size : most;
    }
    return most;
}

static Byte *joined(Byte *to, const Byte *block, const uint32_t *cells, PyObject *columns, int quote, int is_text)
{
    Byte *first = to;
    for (Py_ssize_t each = 0; each < PyTuple_Size(columns); each++) {
        const uint32_t *cell = cells + 2 * PyLong_AsSsize_t(PyTuple_GetItem(columns, each));
        const Byte *start = block + cell[0], *end = block + (cell[1] & ~DOUBLED);
        if (is_text)
            strip(&start, &end);
        if (start == end)
            continue;
        if (to > first)
            *to++ = ' ';
        to = copy(to, start, end, (cell[1] & DOUBLED) != 0, quote);
    }
    return to;
}

/* Return for each record the text of all columns as bytes, or the cell of the only column as a string. */
static PyObject *values(PyObject *arguments, int is_text)
{
    Py_buffer block, cells;
    Py_ssize_t width;
    int quote;
    PyObject *columns, *list = NULL;
    if (!PyArg_ParseTuple(arguments, "y*y*niO!", &block, &cells, &width, &quote, &PyTuple_Type, &columns))
        return NULL;
    Py_ssize_t most = longest(&block, &cells, width, columns);
    Byte *buffer = most < 0 ? NULL : malloc(most + 1);
    if (most < 0)
        PyErr_SetString(PyExc_ValueError, MISFIT);
    else if (!buffer)
        PyErr_NoMemory();
    else
        list = PyList_New(cells.len / 8 / width);
    for (Py_ssize_t record = 0; list && record < cells.len / 8 / width; record++) {
        Byte *end = joined(buffer, block.buf, (uint32_t *)cells.buf + 2 * record * width, columns, quote, is_text);
        PyObject *value = is_text ? PyBytes_FromStringAndSize((char *)buffer, end - buffer)
                                  : PyUnicode_FromStringAndSize((char *)buffer, end - buffer);
        if (!value || PyList_SetItem(list, record, value)) {
            Py_DECREF(list);
            list = NULL;
        }
    }
    free(buffer);
    PyBuffer_Release(&block);
    PyBuffer_Release(&cells);
    return list;
}

static PyObject *texts(PyObject *module, PyObject *arguments) { return values(arguments, 1); }

static PyObject *column(PyObject *module, PyObject *arguments) { return values(arguments, 0); }

static int set_up(PyObject *module) { return PyModule_AddIntConstant(module, "VERSION", VERSION); }

static PyMethodDef functions[] = {
    {"scan", scan, METH_VARARGS, "Find the cells of all complete records of a block."},
    {"texts", texts, METH_VARARGS, "Return the stripped cells of some columns, joined by a blank."},
    {"column", column, METH_VARARGS, "Return the cells of a column."},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{Py_mod_exec, set_up}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_records", "Compiled reader of CSV records.", 0, functions, slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__records(void) { return PyModuleDef_Init(&definition); }
