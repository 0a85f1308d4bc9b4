namespace HpcVerify.Verifier.Replay;

/// <summary>The part of a test program that is the same in all of them.</summary>
internal static class TestProgramLibrary
{
    /// <summary>What begins the sentence about the first case that fails.</summary>
    public const string Fails = "test: fails: ";

    /// <summary>What begins the sentence where none does.</summary>
    public const string Passes = "test: passes: ";

    // A call is made three times: with a guard page behind every buffer, with one before it, and with no better alignment than
    // promised; the last two over outputs that hold numbers. What lies between a buffer and its pages is looked at afterwards.
    public const string Text = """
        #define _GNU_SOURCE
        #include <math.h>
        #include <omp.h>
        #include <signal.h>
        #include <stdint.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/mman.h>
        #include <unistd.h>
        #if defined(__SANITIZE_ADDRESS__)
        #define TEST_ADDRESS 1
        #elif defined(__has_feature)
        #if __has_feature(address_sanitizer)
        #define TEST_ADDRESS 1
        #endif
        #endif
        #ifdef TEST_ADDRESS
        #include <sanitizer/asan_interface.h>
        #else
        #define ASAN_POISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
        #define ASAN_UNPOISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
        #endif

        enum { TEST_PAGE = 4096, TEST_MOST = 64, TEST_LAYOUTS = 3, TEST_SECONDS = 60 };
        enum { TEST_CANARY = 0xa5, TEST_NOTHING = 0xff, TEST_NUMBERS = 0x3f };

        /* The case at work, for whoever has to say that it failed. */
        static char test_words[512] = "before the first case";
        static volatile int test_is_done;

        static void test_died(void)
        {
            static const char head[] = "test: fails: ", tail[] = ": the kernel did not return\n";
            if (test_is_done)
                return;
            test_is_done = 1;
            if (write(2, head, sizeof head - 1) < 0 || write(2, test_words, strlen(test_words)) < 0 || write(2, tail, sizeof tail - 1) < 0)
                _exit(1);
        }

        static void test_signalled(int number)
        {
            (void)number;
            test_died();
            _exit(1);
        }

        static void test_left(void)
        {
            if (!test_is_done) {
                test_died();
                _exit(1);
            }
        }

        static void test_watch(void)
        {
            atexit(test_left);
            signal(SIGALRM, test_signalled);
        #ifdef TEST_ADDRESS
            __sanitizer_set_death_callback(test_died);
        #else
            static const int all[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP };
            static char stack[65536];
            stack_t other = { .ss_sp = stack, .ss_size = sizeof stack };
            sigaltstack(&other, NULL);
            for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
                struct sigaction action = { .sa_handler = test_signalled, .sa_flags = SA_ONSTACK };
                sigaction(all[i], &action, NULL);
            }
        #endif
        }

        static struct test_block { char *pages, *start; size_t bytes, size; } test_blocks[TEST_MOST];
        static int test_count;

        /* A buffer of exactly these bytes between guard pages; filled where there is nothing to copy. */
        static void *test_buffer(const void *contents, size_t bytes, size_t alignment, int layout, int fill)
        {
            size_t size = (bytes + alignment + TEST_PAGE) / TEST_PAGE * TEST_PAGE + TEST_PAGE;
            char *pages = mmap(NULL, size + 2 * TEST_PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
            if (pages == MAP_FAILED || test_count == TEST_MOST || mprotect(pages + TEST_PAGE, size, PROT_READ | PROT_WRITE))
                _exit(2);
            char *first = pages + TEST_PAGE;
            char *start = layout == 0 ? first + (size - bytes) / alignment * alignment : layout == 1 ? first : first + alignment;
            memset(first, TEST_CANARY, start - first);
            memset(start + bytes, TEST_CANARY, first + size - start - bytes);
            if (contents)
                memcpy(start, contents, bytes);
            else
                memset(start, fill, bytes);
            ASAN_POISON_MEMORY_REGION(first, start - first);
            ASAN_POISON_MEMORY_REGION(start + bytes, first + size - start - bytes);
            test_blocks[test_count++] = (struct test_block){ pages, start, bytes, size + 2 * TEST_PAGE };
            return start;
        }

        /* Whether anything but a buffer was written to, or an input. Frees all buffers. */
        static int test_spilled(void)
        {
            int spilled = 0;
            while (test_count > 0) {
                struct test_block *block = &test_blocks[--test_count];
                char *first = block->pages + TEST_PAGE, *end = block->pages + block->size - TEST_PAGE;
                ASAN_UNPOISON_MEMORY_REGION(first, end - first);
                for (char *at = first; at < end; at++)
                    if ((at < block->start || at >= block->start + block->bytes) && *at != (char)TEST_CANARY)
                        spilled = 1;
                munmap(block->pages, block->size);
            }
            return spilled;
        }

        /* The data of a seed: xoshiro256** seeded by splitmix64, as hpcverify generates them. */
        struct test_source { uint64_t state[4]; };

        static struct test_source test_seeded(uint64_t seed)
        {
            struct test_source source;
            for (int i = 0; i < 4; i++) {
                seed += 0x9E3779B97F4A7C15u;
                uint64_t mixed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9u;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
                source.state[i] = mixed ^ (mixed >> 31);
            }
            return source;
        }

        static uint64_t test_rotated(uint64_t bits, int by) { return (bits << by) | (bits >> (64 - by)); }

        static uint64_t test_next(struct test_source *source)
        {
            uint64_t *s = source->state, result = test_rotated(s[1] * 5, 7) * 9, shifted = s[1] << 17;
            s[2] ^= s[0];
            s[3] ^= s[1];
            s[1] ^= s[2];
            s[0] ^= s[3];
            s[2] ^= shifted;
            s[3] = test_rotated(s[3], 45);
            return result;
        }

        static void *test_room(size_t bytes)
        {
            void *room = malloc(bytes + 1);
            if (!room)
                _exit(2);
            return room;
        }

        static double *test_double(struct test_source *source, long count)
        {
            double *data = test_room(count * sizeof *data);
            for (long i = 0; i < count; i++)
                data[i] = ((int64_t)test_next(source) >> 11) * 0x1p-52;
            return data;
        }

        static float *test_float(struct test_source *source, long count)
        {
            float *data = test_room(count * sizeof *data);
            for (long i = 0; i < count; i++)
                data[i] = ((int32_t)(test_next(source) >> 32) >> 8) * 0x1p-23f;
            return data;
        }

        static void *test_bytes(struct test_source *source, long count)
        {
            unsigned char *data = test_room(count);
            for (long i = 0; i < count; i++)
                data[i] = (unsigned char)test_next(source);
            return data;
        }

        /* Whether a result is further from the right one than tolerated; says so. NaNs are alike, and zeros only of one sign where it is to be exact. */
        static int test_differs(const char *name, long index, long double right, long double actual, long double tolerated, int is_exact)
        {
            if ((isnan(right) && isnan(actual)) || (right == actual && (!is_exact || signbit(right) == signbit(actual))))
                return 0;
            if (!is_exact && fabsl(right - actual) <= tolerated)
                return 0;
            test_is_done = 1;
            if (index < 0)
                fprintf(stderr, "test: fails: %s: %s is %.17Lg, should be %.17Lg\n", test_words, name, actual, right);
            else
                fprintf(stderr, "test: fails: %s: %s[%ld] is %.17Lg, should be %.17Lg\n", test_words, name, index, actual, right);
            return 1;
        }

        static int test_failed(const char *what)
        {
            test_is_done = 1;
            fprintf(stderr, "test: fails: %s: %s\n", test_words, what);
            return 1;
        }

        """;
}
