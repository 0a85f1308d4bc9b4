/* fopen("x", "r") */
#define LOG(x) fprintf(stderr, x) //= HV1105
struct port { double read, write; }; //= HV1105
static double open(double x) { return x; } //= HV1105
void kernel(double *c)
{
    struct port port = { 1, 2 };
    double mmap = port.read; //= HV1105
    c[0] = mmap + open(port.write) + sizeof("fopen");
}
