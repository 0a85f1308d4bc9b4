namespace HpcVerify.Verifier.Replay;

/// <summary>The part of a replay program that is the same in all of them.</summary>
internal static class ReplayLibrary
{
    /// <summary>What the program prints and returns where a result is not the reference's.</summary>
    public const string Differs = "replay: differs: ";

    /// <summary>What it returns then, and where the kernel does not come back.</summary>
    public const int DiffersCode = 1;

    /// <summary>What the program prints where the kernel does not come back.</summary>
    public const string Endless = "replay: endless: ";

    /// <summary>Ends the program while the kernel still runs; only for kernels that never end.</summary>
    public const string Deadline = """
        #include <pthread.h>
        #include <time.h>
        #include <unistd.h>

        static void *replay_deadline(void *unused)
        {
            struct timespec pause = { 0, 20000000 }, used;
            (void)unused;
            do {
                nanosleep(&pause, NULL);
                clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
            } while (used.tv_sec < 2);
            fputs("replay: endless: the kernel has not come back after two seconds of processor time\n", stderr);
            _exit(1);
        }

        """;

    // Sanitizers see a buffer's last byte only if nothing that may be touched lies behind it, and an alignment that was not
    // promised must not be given: the space around is poisoned, and the start is at no larger power of two.
    public const string Text = """
        #define _GNU_SOURCE
        #include <math.h>
        #include <omp.h>
        #include <stdint.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/mman.h>
        #if defined(__SANITIZE_ADDRESS__)
        #define REPLAY_ADDRESS 1
        #elif defined(__has_feature)
        #if __has_feature(address_sanitizer)
        #define REPLAY_ADDRESS 1
        #endif
        #endif
        #ifdef REPLAY_ADDRESS
        #include <sanitizer/asan_interface.h>
        #else
        #define ASAN_POISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
        #endif

        enum { REPLAY_MARGIN = 65536, REPLAY_PAGE = 4096 };

        /* A buffer of exactly these bytes, aligned as promised and no better; all ones (a NaN) where there is nothing to copy. */
        static void *replay_buffer(const void *contents, size_t bytes, size_t alignment)
        {
            char *block;
            if (posix_memalign((void **)&block, REPLAY_PAGE, 2 * REPLAY_MARGIN + alignment + bytes))
                exit(2);
            char *start = block + REPLAY_MARGIN + alignment;
            memset(start, 0xff, bytes);
            if (contents)
                memcpy(start, contents, bytes);
            ASAN_POISON_MEMORY_REGION(block, start - block);
            ASAN_POISON_MEMORY_REGION(start + bytes, REPLAY_MARGIN);
            return start;
        }

        /* The same in pages of its own that cannot be written to. */
        static void *replay_constant(const void *contents, size_t bytes)
        {
            size_t size = (bytes + REPLAY_PAGE) / REPLAY_PAGE * REPLAY_PAGE;
            char *start = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
            if (start == MAP_FAILED)
                exit(2);
            memcpy(start, contents, bytes);
            mprotect(start, size, PROT_READ);
            return start;
        }

        /* Whether a result is further from the right one than tolerated; says so. NaNs are alike. */
        static int replay_differs(const char *name, long index, long double right, long double actual, long double tolerated)
        {
            if ((isnan(right) && isnan(actual)) || right == actual || fabsl(right - actual) <= tolerated)
                return 0;
            if (index < 0)
                fprintf(stderr, "replay: differs: %s is %.17Lg, should be %.17Lg\n", name, actual, right);
            else
                fprintf(stderr, "replay: differs: %s[%ld] is %.17Lg, should be %.17Lg\n", name, index, actual, right);
            return 1;
        }

        """;
}
