using HpcVerify.Parser.Syntax;
namespace HpcVerify.Parser.Kernels;
public sealed partial class Lowering
{
    private void LowerDirective(Statement.Directive directive) => EmitUnsupported(directive.Span, directive.Content.Name);
}
