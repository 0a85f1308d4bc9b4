using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ClangSharp.Interop;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Native;

namespace HpcVerify.Parser.Tests.Clang;

/// <summary>The libclang bindings, by way of small parses.</summary>
public sealed class BindingsTests
{
    private const string FileName = "/hpcverify/snippet.c";
    private const CXTranslationUnit_Flags Flags = CXTranslationUnit_Flags.CXTranslationUnit_KeepGoing;

    [Fact]
    public void StructuresHaveTheSizesOfTheCHeaders()
    {
        Assert.Equal(32, Unsafe.SizeOf<CXCursor>());
        Assert.Equal(24, Unsafe.SizeOf<CXType>());
        Assert.Equal(24, Unsafe.SizeOf<CXSourceLocation>());
        Assert.Equal(24, Unsafe.SizeOf<CXSourceRange>());
        Assert.Equal(16, Unsafe.SizeOf<CXString>());
        Assert.Equal(24, Unsafe.SizeOf<CXUnsavedFile>());
        Assert.Equal(16, Unsafe.SizeOf<CXSourceRangeList>());
    }

    [Fact]
    public void TheLoadedLibraryTellsItsVersion() =>
        Assert.Contains("clang version", NativeLibraries.Probe()!.Value.Version, StringComparison.Ordinal);

    [Fact]
    public void AVisitSeesTheOperatorsOfAnExpressionInOrder()
    {
        using var parsed = new Parsed("int f(int a, int b) { return -(a + b) << 3; }");
        var cursors = parsed.All();

        Assert.Equal(
            [CXBinaryOperatorKind.CXBinaryOperator_Shl, CXBinaryOperatorKind.CXBinaryOperator_Add],
            cursors.Where(cursor => cursor.Kind == CXCursorKind.CXCursor_BinaryOperator).Select(clang.getCursorBinaryOperatorKind));
        Assert.Equal(
            [CXUnaryOperatorKind.CXUnaryOperator_Minus],
            cursors.Where(cursor => cursor.Kind == CXCursorKind.CXCursor_UnaryOperator).Select(cursor => cursor.UnaryOperatorKind));
    }

    [Fact]
    public unsafe void AVisitorMayBeADelegate()
    {
        using var parsed = new Parsed("int a; int b;");
        var count = 0;
        parsed.Unit.Cursor.VisitChildren(
            (_, _, _) =>
            {
                count++;
                return CXChildVisitResult.CXChildVisit_Continue;
            },
            default);

        Assert.Equal(2, count);
    }

    [Fact]
    public void ConstantsEvaluateToTheirValues()
    {
        using var parsed = new Parsed("""int i = -6 * 7; unsigned long u = 18446744073709551615ul; double d = 0.5; const char *s = "text";""");
        var initializers = parsed.All().Where(cursor => cursor.Kind == CXCursorKind.CXCursor_VarDecl)
            .Select(clang.Cursor_getVarDeclInitializer).ToArray();
        using var integer = initializers[0].Evaluate;
        using var unsigned = initializers[1].Evaluate;
        using var floating = initializers[2].Evaluate;
        using var text = initializers[3].Evaluate;

        Assert.Equal((-42L, false), (integer.AsLongLong, integer.IsUnsignedInt));
        Assert.Equal((ulong.MaxValue, true), (unsigned.AsUnsigned, unsigned.IsUnsignedInt));
        Assert.Equal(0.5, floating.AsDouble);
        Assert.Equal("text", text.AsStr);
    }

    [Fact]
    public void TypesTellTheirShape()
    {
        using var parsed = new Parsed("const double *restrict p; float a[3][5]; int f(int, ...);");
        var types = parsed.All().Where(cursor => cursor.Kind is CXCursorKind.CXCursor_VarDecl or CXCursorKind.CXCursor_FunctionDecl)
            .Select(cursor => cursor.Type).ToArray();

        Assert.True(types[0].IsRestrictQualified && clang.getPointeeType(types[0]).IsConstQualified);
        Assert.Equal((3L, 60L, 4L), (types[1].ArraySize, types[1].SizeOf, types[1].AlignOf));
        Assert.True(types[2].IsFunctionTypeVariadic && types[2].NumArgTypes == 1);
        Assert.Equal(types[2].ResultType, types[2].GetArgType(0));
    }

    [Fact]
    public void LocationsSeparateWhereTextIsFromWhereAMacroPutIt()
    {
        using var parsed = new Parsed("#define V x\nint V; int y;");
        var locations = parsed.All().Select(cursor => cursor.Location).ToArray();
        var location = locations[0];
        location.GetExpansionLocation(out var file, out var line, out var column, out var offset);
        location.GetSpellingLocation(out _, out var spelledLine, out _, out _);
        using var name = file.Name;

        Assert.Equal((FileName, 2u, 5u, 16u, 1u), (name.ToString(), line, column, offset, spelledLine));
        Assert.Equal((false, true), (location.IsFromMainFile, locations[1].IsFromMainFile));
    }

    [Fact]
    public void DiagnosticsCarrySeverityAndText()
    {
        using var parsed = new Parsed("int f(void) { return y; }");
        using var diagnostic = parsed.Unit.GetDiagnostic(0);
        using var text = diagnostic.Spelling;

        Assert.Equal(1u, parsed.Unit.NumDiagnostics);
        Assert.Equal(CXDiagnosticSeverity.CXDiagnostic_Error, diagnostic.Severity);
        Assert.Equal("use of undeclared identifier 'y'", text.ToString());
    }

    [Fact]
    public unsafe void SkippedRangesAreListed()
    {
        using var parsed = new Parsed(
            "#if 0\nint a;\n#endif\nint b;\n", CXTranslationUnit_Flags.CXTranslationUnit_DetailedPreprocessingRecord);
        var list = clang.getSkippedRanges(parsed.Unit, parsed.Unit.GetFile(FileName));
        var count = list->count;
        list->ranges[0].Start.GetFileLocation(out _, out var line, out _, out _);
        clang.disposeSourceRangeList(list);

        Assert.Equal((1u, 1u), (count, line));
    }

    [Fact]
    public void AMissingLibraryIsAnErrorThatNamesThePlacesAndTheRemedy()
    {
        var search = new NativeLibrarySearch("libnone", "NONE", "none", ["libnone.so.1"], "apt-get install none");
        var failure = Assert.Throws<DllNotFoundException>(() => search.Open(null));

        Assert.Contains("libnone.so.1", failure.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install none", failure.Message, StringComparison.Ordinal);
        Assert.Equal("/explicit.so", Assert.Single(search.Candidates("/explicit.so")));
    }

    /// <summary>One parsed snippet and the index it lives in.</summary>
    private sealed class Parsed : IDisposable
    {
        private readonly CXIndex _index;
        private CXTranslationUnit _unit;

        public Parsed(string code, CXTranslationUnit_Flags extra = CXTranslationUnit_Flags.CXTranslationUnit_None)
        {
            NativeLibraries.Load();
            _index = CXIndex.Create(excludeDeclarationsFromPch: true);
            using var file = CXUnsavedFile.Create(FileName, code);
            var outcome = CXTranslationUnit.TryParse(_index, FileName, ["-xc", "-std=c17", "-nostdinc"], [file], Flags | extra, out _unit);
            Assert.Equal(CXErrorCode.CXError_Success, outcome);
        }

        public CXTranslationUnit Unit => _unit;

        public unsafe List<CXCursor> All()
        {
            var cursors = new List<CXCursor>();
            var handle = GCHandle.Alloc(cursors);
            _unit.Cursor.VisitChildren(&Collect, (CXClientData)(void*)GCHandle.ToIntPtr(handle));
            handle.Free();
            return cursors;
        }

        public void Dispose()
        {
            _unit.Dispose();
            _index.Dispose();
        }

        [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
        private static unsafe CXChildVisitResult Collect(CXCursor cursor, CXCursor parent, void* list)
        {
            ((List<CXCursor>)GCHandle.FromIntPtr((nint)list).Target!).Add(cursor);
            return CXChildVisitResult.CXChildVisit_Recurse;
        }
    }
}
