namespace HpcVerify.Benchmarks.Tsvc;

/// <summary>What TSVC_2's own and the system's headers declare, with lengths that keep their names in the tree.</summary>
internal static class TsvcPrelude
{
    public const string Text = """
        enum { LEN_1D = 32000, LEN_2D = 256, iterations = 100000 };
        typedef float real_t;
        #define ABS fabsf
        #define ARRAY_ALIGNMENT 64
        #include <math.h>
        #include <sys/time.h>
        struct args_t { struct timeval t1; struct timeval t2; void *__restrict__ arg_info; };
        int dummy(real_t[LEN_1D], real_t[LEN_1D], real_t[LEN_1D], real_t[LEN_1D], real_t[LEN_1D], real_t[LEN_2D][LEN_2D],
                  real_t[LEN_2D][LEN_2D], real_t[LEN_2D][LEN_2D], real_t);
        void init(int **ip, real_t *s1, real_t *s2);
        int initialise_arrays(const char *name);
        real_t calc_checksum(const char *name);

        """;
}
