/* fork(); system("x"); */
#define SPAWN fork() //= HV1103
struct road { int fork; double (*signal)(double); }; //= HV1103
static double kill(double x) { return 0 * x; } //= HV1103
static double identity(double x) { return x; }
void kernel(double *c)
{
    struct road road = { 2, identity };
    int system = 3; //= HV1103
    c[0] = road.fork + road.signal(1) + system + kill(4) + sizeof("execve");
}
