/* int main(void) { return 0; } */
#define malloc_count 1 //= HV1112
struct table { int memcpy; }; //= HV1112
static void *my_memcpy(void *to) { return to; } //= HV1112
static double fast_sqrt(double x) { return x; }
void kernel(double *c)
{
    int main = 1;
    struct table table = { 2 };
    my_memcpy(c);
    c[0] = main + table.memcpy + fast_sqrt(3) + malloc_count + sizeof("malloc");
}
static int ffs(int x) { return x & -x; } //= HV1112
static void bcopy(const double *from, double *to, int n) { while (n-- > 0) to[n] = from[n]; }
