/* What generated calls and the comparing program share. A call reads one 64-byte slot per parameter. */
#ifndef CONFORMANCE_H
#define CONFORMANCE_H

enum { SLOT = 64, OBJECT = 512, MEMORY = 2 * OBJECT };

typedef void conformance_call(const unsigned char *operands, unsigned char *memory, unsigned char *result);

/* kinds: one letter per parameter. d f: double and float lanes; i: integer lanes; x X: 32 and 64-bit indices;
   n: a size; h: a character; p: memory, each pointer an object of its own; c: a constant in the text. result: d f i, or v for none. */
struct conformance_case {
    const char *name, *kinds;
    char result;
    int size;
    conformance_call *run;
};

#endif
