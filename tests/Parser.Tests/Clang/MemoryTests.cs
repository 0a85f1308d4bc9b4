using System.Runtime.InteropServices;
using ClangSharp.Interop;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;

namespace HpcVerify.Parser.Tests.Clang;

/// <summary>What libclang allocates it gives back. Nothing else may run meanwhile, or its allocations would be counted too.</summary>
[Collection(TestsAlone.Name)]
public sealed partial class MemoryTests
{
    [Fact]
    public void TenThousandParsesNeedNoMoreMemoryThanOneThousand()
    {
        const int WarmUp = 1_000, Total = 10_000;
        const long AllowedGrowthInBytes = 4 << 20;
        NativeLibraries.Load();
        ParseRepeatedly(WarmUp);
        var before = AllocatedBytes();
        ParseRepeatedly(Total - WarmUp);

        Assert.InRange(AllocatedBytes() - before, long.MinValue, AllowedGrowthInBytes);
    }

    [Fact]
    public void AThousandTreesNeedNoMoreNativeMemoryThanAHundred()
    {
        const int WarmUp = 100, Total = 1_000;
        const long AllowedGrowthInBytes = 4 << 20;
        var source = SourceText.From("avx2.c", File.ReadAllText(Repository.PathOf("corpus/matmul/accept/avx2_4x8_scalar_tails.c")));
        Translate(WarmUp);
        var before = AllocatedBytes();
        Translate(Total - WarmUp);

        Assert.InRange(AllocatedBytes() - before, long.MinValue, AllowedGrowthInBytes);

        void Translate(int times)
        {
            for (var i = 0; i < times; i++)
            {
                Assert.NotEmpty(FrontEndForTests.Parse(source).Value.Declarations);
            }
        }
    }

    [Fact]
    public void AUnitThatIsNotDisposedOfIsSeen()
    {
        NativeLibraries.Load();
        var before = AllocatedBytes();
        using var index = CXIndex.Create(excludeDeclarationsFromPch: true);
        using var unit = Parse(index);

        Assert.InRange(AllocatedBytes() - before, 4_096, long.MaxValue);
    }

    private static void ParseRepeatedly(int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var index = CXIndex.Create(excludeDeclarationsFromPch: true);
            using var unit = Parse(index);
            using var name = unit.Cursor.Spelling;
            using var type = unit.Cursor.Type.Spelling;
            Assert.NotNull(name.ToString() + type);
        }
    }

    private static CXTranslationUnit Parse(CXIndex index)
    {
        const string FileName = "kernel.c";
        using var file = CXUnsavedFile.Create(FileName, "int f(int a) { return a + 1; }");
        var outcome = CXTranslationUnit.TryParse(
            index, FileName, ["-xc", "-std=c17", "-nostdinc"], [file], CXTranslationUnit_Flags.CXTranslationUnit_None, out var unit);
        Assert.Equal(CXErrorCode.CXError_Success, outcome);
        return unit;
    }

    /// <summary>Bytes of the C heap in use, in all arenas and in blocks mapped by themselves.</summary>
    private static long AllocatedBytes()
    {
        var heap = HeapUse();
        return (long)(heap.InUse + heap.Mapped);
    }

    [LibraryImport("libc.so.6", EntryPoint = "mallinfo2")]
    private static partial Heap HeapUse();

    /// <summary>glibc's <c>struct mallinfo2</c> (mallinfo(3)).</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Heap
    {
        private readonly nuint _arena, _freeBlocks, _fastBlocks, _mappedBlocks;
        public readonly nuint Mapped;
        private readonly nuint _highest, _fastBytes;
        public readonly nuint InUse;
        private readonly nuint _free, _keep;
    }
}
