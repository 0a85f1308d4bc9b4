using System.Runtime.CompilerServices;
using HpcVerify.TestKit;

namespace HpcVerify.Parser.Tests.Clang;

/// <summary>libclang's handlers of signals must be gone after a parse. Another parse at the same time would have them in force.</summary>
[Collection(TestsAlone.Name)]
public sealed class CrashRecoveryTests
{
    private sealed class Node
    {
        public int Value { get; init; } = 1;
    }

    [Fact]
    public void NullReferencesAreExceptionsAfterAParse()
    {
        Assert.Empty(FrontEndForTests.Parse("void f(void) { }").Diagnostics);

        Assert.Throws<NullReferenceException>(() => ValueOf(null!));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int ValueOf(Node node) => node.Value;
}
