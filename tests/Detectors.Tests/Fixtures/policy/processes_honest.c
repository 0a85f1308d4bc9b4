/* fork(); system("x"); */
#define SPAWN fork()
struct road { int fork; double (*signal)(double); };
static double kill(double x) { return 0 * x; }
static double identity(double x) { return x; }
void kernel(double *c)
{
    struct road road = { 2, identity };
    int system = 3;
    c[0] = road.fork + road.signal(1) + system + kill(4) + sizeof("execve");
}
