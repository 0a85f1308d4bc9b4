using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

public sealed partial class Lowering
{
    /// <summary><code>double x = f(), y[n];      ⟶      double x;   x = f();   double y[n];</code></summary>
    private void LowerLocal(Statement.Local local)
    {
        foreach (var declaration in local.Declarations)
        {
            switch (declaration)
            {
                case Declaration.Variable { Symbol.Storage: StorageKind.External }:
                    break;
                case Declaration.Variable variable:
                    LowerVariable(variable);
                    break;
                case Declaration.Assembly:
                    EmitUnsupported(declaration.Span, "inline assembly");
                    break;
                case Declaration.Unsupported unsupported:
                    EmitUnsupported(unsupported.Span, unsupported.Reason);
                    break;
            }
        }
    }

    private void LowerVariable(Declaration.Variable declaration)
    {
        var variable = _scope.VariableOf(declaration.Symbol);
        if (variable.HasUnreadAlignment)
        {
            EmitUnsupported(declaration.Span, $"alignment of '{variable.Name}' that is not a number");
        }

        if (declaration.Extents.Length != ExtentsOf(variable.Type))
        {
            EmitUnsupported(declaration.Span, $"variable-length type of '{variable.Name}'");
        }

        if (declaration is { Initializer: Expression.Call call } && IsStatementCall(call) && call.Type.Unqualified.Equals(variable.Type.Unqualified)
            && variable.Storage == StorageKind.Automatic && _scope.Sequencing.ConflictIn(call) is null)
        {
            Emit(new KernelStatement.Declare(variable, [], null, declaration.Span));
            EmitCall(call, variable);
            return;
        }

        var extents = declaration.Extents.Select(FullValueOf).ToList();
        var initial = declaration.Initializer is { } initializer ? Initial(initializer, variable.Type) : null;
        Emit(new KernelStatement.Declare(variable, [.. extents], initial, declaration.Span));
    }

    private Value Initial(Expression initializer, CType type)
    {
        // The declaration's own extents say how far apart rows are; other ones here would be undefined (C17 6.7.6.2p6).
        if (initializer is Expression.Cast { Operand: var operand } view && HasVariableExtent(view.Type)
            && view.Type.Unqualified.Equals(type.Unqualified) && operand.Type is CType.Pointer && !HasVariableExtent(operand.Type))
        {
            return new Value.Convert(ConversionKind.PointerCast, FullValueOf(operand), type.Unqualified, view.Span);
        }

        var value = FullValueOf(initializer);
        return value is Value.Aggregate or Value.StringConstant ? value : Converted(value, type, initializer);
    }

    private static int ExtentsOf(CType type) => type switch
    {
        CType.VariableArray array => 1 + ExtentsOf(array.Element),
        CType.Array array => ExtentsOf(array.Element),
        CType.Pointer pointer => ExtentsOf(pointer.Pointee),
        _ => 0,
    };
}
