/* Find texts that contain a word, ignoring case and accents: the compiled twin of the code in full_text.py.
 *
 * `texts.py` allocates the arrays; tests/core/workspace/search/test_compiled_texts.py compares both ways.
 */
#define Py_LIMITED_API 0x030B0000
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define VERSION 2 /* as in texts.py: raise both when arguments or results change */
#define MISFIT "the arrays do not fit together"
#define CHARACTERS (1 << 16)
#define MOST 4 /* bytes that a character folds to, at most twice its own */
#define BLOCK 32 /* positions that are compared at once */

typedef unsigned char Byte;

/* What each character below U+10000 folds to: the number of bytes, -1 for itself; and the bytes. */
typedef struct {
    const int8_t *counts;
    const Byte *bytes;
} Folds;

/* Fold a UTF-8 text, which gets at most twice as long; return its size. */
static Py_ssize_t fold(const Byte *text, Py_ssize_t size, const Folds *folds, Byte *folded)
{
    Byte all = 0;
    for (Py_ssize_t at = 0; at < size; at++) {
        all |= text[at];
        folded[at] = text[at] + (((Byte)(text[at] - 'A') < 26) << 5);
    }
    if (all < 0x80)
        return size;
    Py_ssize_t end = 0;
    for (Py_ssize_t at = 0, bytes; at < size; at += bytes) {
        Byte lead = text[at];
        bytes = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        bytes = bytes < size - at ? bytes : size - at;
        uint32_t code = bytes == 2 ? lead & 0x1F : lead & 0x0F;
        for (Py_ssize_t more = 1; more < bytes; more++)
            code = code << 6 | (text[at + more] & 0x3F);
        int count = lead >= 0xC0 && lead < 0xF0 ? folds->counts[code] : -1;
        if (count >= 0 && count <= 2 * bytes && count <= MOST) {
            memcpy(folded + end, folds->bytes + MOST * code, count);
            end += count;
        } else {
            for (Py_ssize_t each = at; each < at + bytes; each++)
                folded[end++] = text[each] + (((Byte)(text[each] - 'A') < 26) << 5);
        }
    }
    return end;
}

/* Return whether a text contains a word; there are BLOCK bytes more than the word has after the text. */
static int contains(const Byte *text, Py_ssize_t size, const Byte *word, Py_ssize_t length)
{
    for (Py_ssize_t at = 0; at <= size - length; at += BLOCK) {
        const Byte *first = text + at, *last = first + length - 1;
        Byte any = 0;
        for (int each = 0; each < BLOCK; each++)
            any |= (first[each] == word[0]) & (last[each] == word[length - 1]);
        for (Py_ssize_t each = at; any && each < at + BLOCK && each <= size - length; each++)
            if (!memcmp(text + each, word, length))
                return 1;
    }
    return 0;
}

static PyObject *find(PyObject *module, PyObject *arguments)
{
    enum { JOINED, ENDS, COUNTS, BYTES, WORD, FOUND, ALL };
    Py_buffer given[ALL];
    if (!PyArg_ParseTuple(arguments, "y*y*y*y*y*w*:find", &given[JOINED], &given[ENDS], &given[COUNTS],
                          &given[BYTES], &given[WORD], &given[FOUND]))
        return NULL;
    const Byte *joined = given[JOINED].buf, *word = given[WORD].buf;
    const uint32_t *ends = given[ENDS].buf;
    Py_ssize_t count = given[FOUND].len, length = given[WORD].len, longest = 0;
    int fits = given[ENDS].len == count * 4 && given[COUNTS].len == CHARACTERS &&
               given[BYTES].len == MOST * CHARACTERS && length > 0;
    for (Py_ssize_t at = 0, start = 0; at < count && fits; start = ends[at++]) {
        fits = start <= ends[at] && ends[at] <= given[JOINED].len;
        longest = ends[at] - start > longest ? ends[at] - start : longest;
    }
    Byte *folded = fits ? calloc(2 * longest + length + BLOCK, 1) : NULL;
    if (folded) {
        Folds folds = {given[COUNTS].buf, given[BYTES].buf};
        Py_BEGIN_ALLOW_THREADS
        for (Py_ssize_t at = 0, start = 0; at < count; start = ends[at++]) {
            Py_ssize_t size = fold(joined + start, ends[at] - start, &folds, folded);
            ((Byte *)given[FOUND].buf)[at] = contains(folded, size, word, length);
        }
        Py_END_ALLOW_THREADS
        free(folded);
    } else if (fits) {
        PyErr_NoMemory();
    } else {
        PyErr_SetString(PyExc_ValueError, MISFIT);
    }
    for (int each = 0; each < ALL; each++)
        PyBuffer_Release(&given[each]);
    return folded ? Py_NewRef(Py_None) : NULL;
}

static int set_up(PyObject *module) { return PyModule_AddIntConstant(module, "VERSION", VERSION); }

static PyMethodDef functions[] = {
    {"find", find, METH_VARARGS, "Mark the texts that contain a folded word."},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{Py_mod_exec, set_up}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_texts", "Compiled search in texts.", 0, functions, slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__texts(void) { return PyModuleDef_Init(&definition); }
