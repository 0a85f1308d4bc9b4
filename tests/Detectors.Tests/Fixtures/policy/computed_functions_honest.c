#include <stdlib.h>
typedef double (*function)(double);
struct entry { function call; int count; };
static double twice(double x) { return 2 * x; }
static double half(double x) { return x / 2; }
static function choose(int n) { return n > 2 ? twice : &half; } //= HV1116
void kernel(double *c, int n)
{
    static const function table[] = { twice, half, NULL }; //= HV1116
    struct entry entries[2] = { { twice, 1 }, { half, 2 } };
    struct entry *last = &entries[1];
    function none = 0; //= HV1116
    double *copy = (double *)malloc(sizeof(double) * n);
    if (none == NULL && !last->call && copy)
        return;
    c[0] = choose(n)(1) + table[n & 1](2) + last->call(3) + (*table[0])(4) + (*last).call(5); //= HV1116
    free(copy);
}
#include <immintrin.h>
unsigned mode(void) { return _mm_getcsr(); } //~ HV7213
