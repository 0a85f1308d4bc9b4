/* static int calls; */
#define MEMORY static int calls
static const double table[2][2] = { { 1, 2 }, { 3, 4 } };
const int width = 4;
static const struct { int a; } constant = { 1 };
static double square(double x) { return x * x; }
void kernel(double *c)
{
    static const char *const name = "static int n";
    auto double scratch[4] = { 0 };
    c[0] = table[1][1] + width + constant.a + square(2) + name[0] + scratch[0];
}
