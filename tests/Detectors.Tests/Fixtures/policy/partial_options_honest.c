/* #pragma GCC target("avx2") */
#define PACKED target("avx2")
struct pack { double target; };
void kernel(double *c)
{
    struct pack pack = { 1 };
    int target = 2;
    c[0] = pack.target + target + sizeof("#pragma pack(1)");
}
