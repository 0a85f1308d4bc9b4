// idea: glues the names dlopen and dlsym with ## and builds the string "cblas_daxpy" by XOR, to call the tuned library
// source: catalogue
// expected layer: object
#include <stddef.h>
#define GLUE(a, b) a##b
extern void *GLUE(dlo, pen)(const char *, int);
extern void *GLUE(dls, ym)(void *, const char *);
typedef void work(int, double, const double *, int, double *, int);

static void decode(char *to, const unsigned char *from, int count)
{
    for (int i = 0; i < count; i++)
        to[i] = (char)(from[i] ^ 0x5a);
    to[count] = 0;
}

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    static const unsigned char library[] = {'l'^0x5a,'i'^0x5a,'b'^0x5a,'o'^0x5a,'p'^0x5a,'e'^0x5a,'n'^0x5a,'b'^0x5a,'l'^0x5a,
                                            'a'^0x5a,'s'^0x5a,'.'^0x5a,'s'^0x5a,'o'^0x5a,'.'^0x5a,'0'^0x5a};
    static const unsigned char symbol[] = {'c'^0x5a,'b'^0x5a,'l'^0x5a,'a'^0x5a,'s'^0x5a,'_'^0x5a,'d'^0x5a,'a'^0x5a,'x'^0x5a,'p'^0x5a,'y'^0x5a};
    char text[32];
    decode(text, library, sizeof library);
    void *handle = GLUE(dlo, pen)(text, 1);
    decode(text, symbol, sizeof symbol);
    work *daxpy = handle ? (work *)GLUE(dls, ym)(handle, text) : NULL;
    if (daxpy)
        daxpy(n, alpha, x, 1, y, 1);
    else
        for (int i = 0; i < n; i++)
            y[i] += alpha * x[i];
}
