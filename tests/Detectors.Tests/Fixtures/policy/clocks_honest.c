// omp_get_wtime()
#define STAMP clock()
struct event { double time; };
static double clock_of(struct event event) { return event.time; }
void kernel(double *c)
{
    double time = 1, clock = 2;
    struct event event = { 3 };
    c[0] = time + clock + clock_of(event) + sizeof("getenv");
}
