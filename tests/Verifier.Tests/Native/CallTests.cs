using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Verifier.Tests.Native;

/// <summary>Every argument reaches its parameter, whatever the signature; every result comes back.</summary>
[Collection(NativeTests.Name)]
public sealed class CallTests(NativeBench bench)
{
    [Fact]
    public void MixedArgumentsArriveInRegistersAndOnTheStack()
    {
        var source = """
            #include <stdbool.h>
            #include <stdint.h>
            long kernel(int8_t a, double b, uint8_t c, float d, int16_t e, double f, uint16_t g, float h, int32_t i, double j,
                        uint32_t k, double l, int64_t m, double n, bool o, float p, const int *q, int8_t r, int s, long t)
            {
                return a == -1 && b == 1.5 && c == 200 && d == 2.5f && e == -300 && f == 3.5 && g == 60000 && h == 4.5f && i == -70000
                    && j == 5.5 && k == 4000000000u && l == 6.5 && m == -5000000000 && n == 7.5 && o && p == 8.5f && *q == 11
                    && r == -2 && s == -3 && t == 1L << 40;
            }
            """;
        var outcome = bench.CallOnce(source, SessionOptions.WithThreads(1),
            new Argument.Integer(-1), new Argument.Double(1.5), new Argument.Integer(200), new Argument.Single(2.5f),
            new Argument.Integer(-300), new Argument.Double(3.5), new Argument.Integer(60000), new Argument.Single(4.5f),
            new Argument.Integer(-70000), new Argument.Double(5.5), new Argument.Integer(4000000000), new Argument.Double(6.5),
            new Argument.Integer(-5000000000), new Argument.Double(7.5), new Argument.Integer(1), new Argument.Single(8.5f),
            Argument.Of<int>(new[] { 11 }, BufferAccess.Input, 4, BufferLayout.EndsAtGuard),
            new Argument.Integer(-2), new Argument.Integer(-3), new Argument.Integer(1L << 40));
        Assert.Equal(1, Assert.IsType<CallOutcome.Completed>(outcome).ReturnBits);
    }

    [Theory]
    [InlineData("double kernel(double x) { return x / 2; }", 0x3fe8000000000000)]
    [InlineData("float kernel(double x) { return (float)x / 2; }", 0x3f400000)]
    public void FloatingResultsComeBackAsBits(string source, long bits)
    {
        using var session = Assert.IsType<SessionStart.Running>(bench.Start(source, SessionOptions.WithThreads(1))).Session;
        var outcome = session.Call(new([new Argument.Double(1.5)], ReturnClass.Floating), default);
        var mask = bits <= uint.MaxValue ? uint.MaxValue : -1L;
        Assert.Equal(bits, Assert.IsType<CallOutcome.Completed>(outcome).ReturnBits & mask);
    }

    [Fact]
    public void AliasPointsIntoItsBuffer()
    {
        var source = "long kernel(double *x, double *y) { *y = 5; return (char *)y - (char *)x; }";
        var outcome = bench.CallOnce(source, SessionOptions.WithThreads(1),
            Argument.Of<double>(new double[4], BufferAccess.Output, 32, BufferLayout.BetweenCanaries), new Argument.Alias(0, 16));
        Assert.Equal(16, Assert.IsType<CallOutcome.Completed>(outcome).ReturnBits);
    }

    [Fact]
    public void EachCallHasNewAddressesWithExactlyThePromisedAlignment()
    {
        using var session = Assert.IsType<SessionStart.Running>(
            bench.Start("long kernel(double *x) { return (long)x; }", SessionOptions.WithThreads(1))).Session;
        var addresses = Enumerable.Range(0, 10).Select(_ =>
        {
            var buffer = Argument.Of<double>(new double[100], BufferAccess.Output, 64, BufferLayout.BetweenCanaries);
            return Assert.IsType<CallOutcome.Completed>(session.Call(new([buffer], ReturnClass.Integer), default)).ReturnBits;
        }).ToList();
        Assert.Equal(10, addresses.Distinct().Count());
        Assert.All(addresses, address => Assert.Equal(64, address & 127));
    }

    [Fact]
    public void CallTheDriverCannotMakeSaysNothingAboutTheKernel()
    {
        var arguments = Enumerable.Repeat<Argument>(new Argument.Double(1), 9).ToImmutableArray();
        Assert.IsType<CallOutcome.Infrastructure>(
            bench.CallOnce("void kernel(void) {}", SessionOptions.WithThreads(1), arguments));
    }

    [Fact]
    public void TwoSessionsTakeTurns()
    {
        var source = "void kernel(double *x, double y) { x[0] = y; }";
        using var first = Assert.IsType<SessionStart.Running>(bench.Start(source, SessionOptions.WithThreads(1))).Session;
        using var second = Assert.IsType<SessionStart.Running>(bench.Start(source, SessionOptions.WithThreads(1))).Session;
        for (var turn = 0; turn < 5; turn++)
        {
            foreach (var (session, sign) in (ReadOnlySpan<(KernelSession, int)>)[(first, 1), (second, -1)])
            {
                var buffer = Argument.Of<double>(new double[1], BufferAccess.Output, 8, BufferLayout.EndsAtGuard);
                Assert.IsType<CallOutcome.Completed>(
                    session.Call(new([buffer, new Argument.Double(sign * turn)], ReturnClass.Integer), default));
                Assert.Equal(sign * turn, MemoryMarshal.Cast<byte, double>(session.Read(0))[0]);
            }
        }
    }
}
