using System.Collections.Immutable;
using ClangSharp.Interop;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Native;
using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Clang;

/// <summary>
/// <c>SourceText → SyntaxTree</c> by libclang, seeing the file with the scoring compiler's macros and the model library's headers.
/// </summary>
public sealed class FrontEnd
{
    /// <summary>A folder that does not exist, so that a quoted include cannot reach a file of the host.</summary>
    private const string MainFile = "/hpcverify/kernel.c";

    private const CXTranslationUnit_Flags Flags = CXTranslationUnit_Flags.CXTranslationUnit_KeepGoing;

    private static readonly Rule Rejected = new(
        "HV9001", Severity.Warning, "The front end rejects the file", "the front end reads this as an error: {0}",
        "libclang cannot make sense of this place. Only the scoring compiler decides whether the file compiles; to the "
        + "verifier such a file is unsupported, so nothing is proved of it.");

    private static readonly Rule LostDirective = new(
        "HV9005", Severity.Error, "A directive was not attached", "pragma '{0}' was not attached to a statement",
        "Every pragma inside a function must be found again in the tree. One that is lost would make the checked program "
        + "differ from the compiled one, so the file is unsupported.");

    private static readonly Rule HeaderWithoutModel = new(
        "HV9004", Severity.Warning, "Header without a model", "'{0}' has no model, so what it declares is unknown here",
        "The model library defines in C what analysed code may call. This header is not part of it: the kernel can still be "
        + "compiled and scored, but it is unsupported by the verifier.");

    private static readonly Rule HeaderInsideDeclaration = new(
        "HV9006", Severity.Warning, "Header inside a declaration", "'{0}' is included inside a declaration, where it is not read",
        "A header declares what it declares for the whole file. Included inside a function or a type it would mean something "
        + "else, which is not modelled: the kernel can still be compiled and scored, but it is unsupported by the verifier.");

    private readonly FrontEndOptions _options;
    private readonly PrecompiledHeaders _headers;
    private readonly ImmutableHashSet<string> _modelled;

    public FrontEnd(FrontEndOptions options)
    {
        NativeLibraries.Load();
        _options = options with { LibraryDirectory = Path.GetFullPath(options.LibraryDirectory) };
        _headers = new PrecompiledHeaders(_options);
        _modelled =
        [
            .. Directory.EnumerateFiles(_options.LibraryDirectory, "*.h", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(_options.LibraryDirectory, file)),
        ];
    }

    /// <summary>What a build defines on its command line: lines of <c>#define</c> and <c>#undef</c>.</summary>
    public string BuildMacros { get; private init; } = "";

    /// <summary>A front end that also sees macros that a build defines on its command line.</summary>
    /// <param name="lines">Lines of <c>#define</c> and <c>#undef</c>.</param>
    public FrontEnd WithMacros(string lines) =>
        lines.Length == 0 ? this : new(_options with { PredefinedMacros = _options.PredefinedMacros + lines }) { BuildMacros = BuildMacros + lines };

    /// <summary>Parses one file. Every call has its own thread and its own libclang index; nothing native survives it.</summary>
    public Checked<SyntaxTree> Parse(SourceText source) => BigStack.Run(() => ParseHere(source, withLibrary: false));

    /// <summary>The same with the bodies of the model functions that the file uses, as the engines need them.</summary>
    public Checked<SyntaxTree> ParseWithLibrary(SourceText source) => BigStack.Run(() => ParseHere(source, withLibrary: true));

    private Checked<SyntaxTree> ParseHere(SourceText source, bool withLibrary)
    {
        var rewritten = PragmaRewriter.Rewrite(source);
        var inclusions = rewritten.Inclusions
            .Select(inclusion => new Inclusion(inclusion.Header, inclusion.IsAngled, _modelled.Contains(inclusion.Header) && !inclusion.IsInsideDeclaration, inclusion.Span))
            .ToImmutableArray();
        var code = WithoutUnknownHeaders(rewritten, inclusions);
        using var index = CXIndex.Create(excludeDeclarationsFromPch: true, displayDiagnostics: false);
        using var file = CXUnsavedFile.Create(MainFile, source.WithCode(code).ToString());
        var prefix = _headers.For(LeadingHeaders(source, inclusions));
        var unit = CrashRecovery.During(() => Open(index, file, prefix));
        if (unit is null)
        {
            var message = new CompilerMessage("the parser gave no tree", default);
            return new(
                new(source, [], inclusions, rewritten.FilePragmas, [], [message]),
                [.. rewritten.Diagnostics, Rejected.At(default, message.Text)]);
        }

        using var opened = unit.Value;
        return Translate(source, rewritten, inclusions, opened, withLibrary);
    }

    private CXTranslationUnit? Open(CXIndex index, CXUnsavedFile file, string? precompiledHeader)
    {
        string[] prefix = precompiledHeader is null
            ? ["-include", _headers.PreludeFile]
            : ["-include-pch", precompiledHeader, "-Xclang", "-fno-validate-pch"];
        var error = CXTranslationUnit.TryParse(
            index, MainFile, [.. PrecompiledHeaders.Arguments(_options), "-xc", .. prefix], [file], Flags, out var unit);
        return error == CXErrorCode.CXError_Success ? unit
            : precompiledHeader is not null ? Open(index, file, null)
            : null;
    }

    private Checked<SyntaxTree> Translate(
        SourceText source, RewrittenSource rewritten, ImmutableArray<Inclusion> inclusions, CXTranslationUnit unit, bool withLibrary)
    {
        var mainFile = unit.GetFile(MainFile);
        var translation = new Translation(rewritten, mainFile, _options.LibraryDirectory);
        var declarations = translation.TranslateUnit(unit.Cursor);
        var messages = CompilerMessages.Of(unit, mainFile, rewritten.OffsetMap);
        var mentions = translation.MentionsIn(unit.Cursor);
        var findings = translation.Diagnostics;
        var tree = new SyntaxTree(source, declarations, inclusions, rewritten.FilePragmas, messages.IgnoredAttributes, messages.Errors)
        {
            Mentions = mentions,
            Library = withLibrary ? translation.LibraryOf(unit.Cursor) : [],
        };
        return new(
            tree,
            [
                .. rewritten.Diagnostics,
                .. inclusions.Where(inclusion => !inclusion.IsModelled).Select(inclusion =>
                    (_modelled.Contains(inclusion.Header) ? HeaderInsideDeclaration : HeaderWithoutModel).At(inclusion.Span, inclusion.Header)),
                .. messages.Errors.Select(error => Rejected.At(error.Span, error.Text)),
                .. findings,
                .. messages.Errors.IsEmpty ? Lost(rewritten, translation.SitesSeen) : [],
            ]);
    }

    /// <summary>Every pragma that certainly reached the compiler must be found again in the tree (SOUNDNESS 2).</summary>
    private static IEnumerable<Diagnostic> Lost(RewrittenSource rewritten, IReadOnlySet<int> seen)
    {
        if (seen.Count == rewritten.Sites.Length)
        {
            return [];
        }

        var conditional = ConditionalText.Of(CLexer.Lex(rewritten.Original));
        return rewritten.Sites
            .Where(site => site.Kind != PragmaKind.Text && !seen.Contains(site.Id) && !conditional.Contains(site.Span.Start))
            .Select(site => LostDirective.At(site.Span, site.Text));
    }

    /// <summary>
    /// The includes at the very top, before any other directive or code: a precompiled header of exactly these hides
    /// nothing, because the file itself asks for them first (SOUNDNESS 4).
    /// </summary>
    private static ImmutableArray<string> LeadingHeaders(SourceText source, ImmutableArray<Inclusion> inclusions)
    {
        var position = 0;
        var headers = ImmutableArray.CreateBuilder<string>();
        foreach (var inclusion in inclusions)
        {
            if (!inclusion.IsModelled || !inclusion.IsAngled || !IsBlank(source.Code.AsSpan(position, inclusion.DirectiveStart(source) - position)))
            {
                break;
            }

            headers.Add(inclusion.Header);
            position = inclusion.Span.End;
        }

        return headers.ToImmutable();
    }

    private static bool IsBlank(ReadOnlySpan<char> gap) => Gap.IsOnlySpaceAndComments(gap);

    /// <summary>No file of the host is ever opened: an include that the model library lacks becomes blanks.</summary>
    private static string WithoutUnknownHeaders(RewrittenSource rewritten, ImmutableArray<Inclusion> inclusions)
    {
        var unknown = inclusions.Where(inclusion => !inclusion.IsModelled).ToList();
        if (unknown.Count == 0)
        {
            return rewritten.Code;
        }

        var code = rewritten.Code.ToCharArray();
        foreach (var inclusion in unknown)
        {
            var start = rewritten.OffsetMap.ToRewritten(inclusion.DirectiveStart(rewritten.Original));
            for (var index = start; index < rewritten.OffsetMap.ToRewritten(inclusion.Span.End); index++)
            {
                code[index] = code[index] is '\n' or '\r' or '\\' ? code[index] : ' ';
            }
        }

        return new(code);
    }
}
