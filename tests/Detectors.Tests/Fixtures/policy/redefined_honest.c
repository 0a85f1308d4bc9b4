/* int main(void) { return 0; } */
#define malloc_count 1
struct table { int memcpy; };
static void *my_memcpy(void *to) { return to; }
static double fast_sqrt(double x) { return x; }
void kernel(double *c)
{
    int main = 1;
    struct table table = { 2 };
    my_memcpy(c);
    c[0] = main + table.memcpy + fast_sqrt(3) + malloc_count + sizeof("malloc");
}
static int ffs(int x) { return x & -x; }
static void bcopy(const double *from, double *to, int n) { while (n-- > 0) to[n] = from[n]; }
