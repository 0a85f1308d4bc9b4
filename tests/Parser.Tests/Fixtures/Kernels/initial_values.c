/* Values that objects start with: what is left out is zero. */
enum { TILE = 4 };
static const double weights[2][3] = { { 1, 2 }, { 3 } };
static const int order[TILE] = { 3, 1, TILE - 2 };
static const char name[8] = "tile";
struct point { double x, y; int count; };
static struct point origin;
union bits { long number; double real; };

double first(const double *a, int n)
{
    double zero[4] = { 0 }, partial[3] = { a[0], -1 };
    struct point p = { a[0], 2.5 }, q = p;
    union bits view = { 7 };
    float single = 1.5, third = 1.0f / 3;
    unsigned char small = 300;
    long shifted = 1L << 40, mask = ~0xffL;
    static int calls = 0;
    calls++;
    p.y = q.x + view.real;
    origin.count += n > 0 ? order[n & 3] : -n;
    return weights[1][0] + zero[0] + partial[2] + p.y + single * third + small + shifted + mask + name[0] + origin.count;
}
