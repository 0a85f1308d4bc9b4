using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques;

/// <summary>Pointers that are promised to be the only way to what they point to.</summary>
public sealed class Restrict : TechniqueDetector
{
    private static readonly Rule Found = new(
        "HV2011", Severity.Info, "Restrict", "restrict pointers{0}",
        "A pointer parameter or local of a reached function is declared restrict, in any spelling.");

    public override string Technique => "restrict";

    public override IEnumerable<TechniqueFinding> Find(KernelNest nest) =>
        from function in nest.Reached
        let locals = nest.Statements.Select(at => at.Statement).OfType<KernelStatement.Declare>().Select(declare => declare.Variable)
        let pointers = function.Parameters.Concat(function == nest.Entry ? locals : [])
            .Where(variable => variable is { Type: CType.Pointer, Symbol: not null } && variable.Type.Qualifiers.HasFlag(Qualifiers.Restrict)).ToList()
        where pointers.Count > 0
        select new TechniqueFinding(
            Technique, Found, pointers[0].Symbol!.Span, TechniqueFinding.Known(("pointers", string.Join(' ', pointers.Select(pointer => pointer.Name).Distinct()))));
}
