using System.Collections.Immutable;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Parametric;
using HpcVerify.Verifier.Polyhedral;

namespace HpcVerify.Verifier.AllSizes;

/// <summary>A place at which a property was not shown to hold.</summary>
/// <param name="What">What may be wrong there.</param>
/// <param name="Sizes">The sizes at which it may be.</param>
internal sealed record Suspect(string What, TextSpan Span, SizeSet Sizes);

/// <summary>Sizes at which something may be wrong, made in whatever context asks for them.</summary>
/// <param name="In">A set of parameters, all of which are sizes.</param>
/// <param name="IsExact">Whether something is wrong at each of them.</param>
internal sealed record SizeSet(Func<IslContext, IslSet> In, bool IsExact)
{
    /// <summary>Those for which a condition may hold.</summary>
    public static SizeSet Of(Formula when, ImmutableArray<Dimension> sizes) =>
        new(context => context.Set(IslText.ParametersOf(when.LinearPart, sizes)!), IsExact: false);
}
