/* static int calls; */
#define MEMORY static int calls
static const double table[2][2] = { { 1, 2 }, { 3, 4 } }; //= HV7102
const int width = 4; //= HV7102
static const struct { int a; } constant = { 1 }; //= HV7102
static double square(double x) { return x * x; } //= HV7102
void kernel(double *c)
{
    static const char *const name = "static int n"; //= HV7102
    auto double scratch[4] = { 0 }; //= HV7102
    c[0] = table[1][1] + width + constant.a + square(2) + name[0] + scratch[0];
}
