using System.Collections.Immutable;
using ClangSharp.Interop;
using HpcVerify.Parser.OpenMp;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Clang;

/// <summary>
/// What libclang had to say of a file: its errors, and the attributes it dropped, which gcc may well obey.
/// </summary>
internal sealed record CompilerMessages(ImmutableArray<CompilerMessage> Errors, ImmutableArray<DeclarationAttribute> IgnoredAttributes)
{
    private const string UnknownAttribute = "unknown attribute '";

    public static CompilerMessages Of(CXTranslationUnit unit, CXFile mainFile, OffsetMap map)
    {
        var errors = ImmutableArray.CreateBuilder<CompilerMessage>();
        var ignored = ImmutableArray.CreateBuilder<DeclarationAttribute>();
        for (var index = 0u; index < unit.NumDiagnostics; index++)
        {
            using var diagnostic = unit.GetDiagnostic(index);
            using var spelling = diagnostic.Spelling;
            var text = spelling.ToString();
            diagnostic.Location.GetExpansionLocation(out var file, out _, out _, out var offset);
            var span = file.Handle == mainFile.Handle ? new TextSpan(map.ToOriginal((int)offset), 0) : default;
            if (diagnostic.Severity >= CXDiagnosticSeverity.CXDiagnostic_Error)
            {
                // What a header suffers from its surroundings is one error, however often the compiler says it.
                if (span != default || !errors.Any(error => error.Span == default))
                {
                    errors.Add(new(text, span));
                }
            }
            else if (text.StartsWith(UnknownAttribute, StringComparison.Ordinal))
            {
                var name = text[UnknownAttribute.Length..text.IndexOf('\'', UnknownAttribute.Length)];
                ignored.Add(new(name.Trim('_'), span));
            }
        }

        return new(errors.ToImmutable(), ignored.ToImmutable());
    }
}
