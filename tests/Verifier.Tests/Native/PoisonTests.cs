using HpcVerify.Verifier.Native;

namespace HpcVerify.Verifier.Tests.Native;

/// <summary>What one call leaves in dead stack and freed memory the next one does not find.</summary>
[Collection(NativeTests.Name)]
public sealed class PoisonTests(NativeBench bench)
{
    private const string Kernel = """
        #include <stdlib.h>
        #include <string.h>
        enum { LEAVE = 0, FIND = 1, WORD = 2 };
        __attribute__((noinline)) static void leave_on_stack(size_t bytes)
        {
            double room[bytes / sizeof(double)];
            for (size_t i = 0; i < bytes / sizeof(double); i++)
                room[i] = 42;
            __asm__ volatile("" : : "r"(room) : "memory");
        }
        __attribute__((noinline)) static long find_on_stack(size_t bytes, int what)
        {
            double room[bytes / sizeof(double)];
            long found = 0;
            __asm__ volatile("" : : "r"(room) : "memory");
            for (size_t i = 0; i < bytes / sizeof(double); i++)
                found += room[i] == 42;
            if (what == WORD)
                memcpy(&found, &room[bytes / 2 / sizeof(double)], sizeof found);
            return found;
        }
        static void leave_on_heap(size_t bytes)
        {
            double *room = malloc(bytes);
            for (size_t i = 0; i < bytes / sizeof(double); i++)
                room[i] = 42;
            __asm__ volatile("" : : "r"(room) : "memory");
            free(room);
        }
        static long find_on_heap(size_t bytes)
        {
            double *room = malloc(bytes);
            long found = 0;
            __asm__ volatile("" : : "r"(room) : "memory");
            for (size_t i = 0; i < bytes / sizeof(double); i++)
                found += room[i] == 42;
            free(room);
            return found;
        }
        long stack(long what, long bytes)
        {
            if (what == LEAVE)
                leave_on_stack(bytes);
            return what == LEAVE ? 0 : find_on_stack(bytes, what);
        }
        long heap(long what, long bytes)
        {
            if (what == LEAVE) {
                leave_on_heap(bytes);
                leave_on_heap(bytes); /* the C library keeps large blocks only from the second time on */
            }
            return what == LEAVE ? 0 : find_on_heap(bytes);
        }
        """;

    private const long Leave = 0, Find = 1, Word = 2;

    [Theory]
    [InlineData("stack", 256), InlineData("stack", 4096), InlineData("stack", 100_000), InlineData("stack", 1_000_000), InlineData("stack", 4_000_000)]
    [InlineData("heap", 24), InlineData("heap", 1000), InlineData("heap", 5000), InlineData("heap", 100_000), InlineData("heap", 1_000_000)]
    public void WhatACallLeavesTheNextOneDoesNotFind(string entry, long bytes)
    {
        using var session = Start(entry);
        Call(session, Leave, bytes);

        // Of a block the C library itself has used the first words since.
        Assert.InRange(Call(session, Find, bytes), 0, 4);
    }

    [Fact]
    public void WhatIsThereInsteadIsAnotherEachTime()
    {
        using var session = Start("stack");

        Assert.Equal(4, Enumerable.Range(0, 4).Select(_ => Call(session, Word, 4096)).Distinct().Count());
    }

    [Fact]
    public void AsANumberItIsNoneThatCouldBeMissed()
    {
        using var session = Start("stack");

        Assert.All(Enumerable.Range(0, 8), _ => Assert.False(Math.Abs(BitConverter.Int64BitsToDouble(Call(session, Word, 4096))) < 2));
    }

    private KernelSession Start(string entry) => Assert.IsType<SessionStart.Running>(bench.Start(Kernel, SessionOptions.WithThreads(1), entry)).Session;

    private static long Call(KernelSession session, long what, long bytes) =>
        (long)Assert.IsType<CallOutcome.Completed>(session.Call(new([new Argument.Integer(what), new Argument.Integer(bytes)], ReturnClass.Integer), default)).ReturnBits;
}
