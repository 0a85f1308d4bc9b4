using HpcVerify.Parser.Syntax;

namespace HpcVerify.Parser.Kernels;

public sealed partial class Lowering
{
    private static bool IsPlace(Expression expression) => expression switch
    {
        Expression.Reference reference => reference.Symbol.Kind is SymbolKind.Variable or SymbolKind.Parameter,
        Expression.Unary unary => unary.Operator == UnaryOperator.Dereference,
        Expression.Subscript subscript => subscript.Base.Type is not CType.Vector || IsPlace(subscript.Base),
        Expression.Member member => member.IsArrow || IsPlace(member.Base),
        Expression.CompoundLiteral => true,
        _ => false,
    };

    /// <summary>Where an expression's value lives; a computed record is given a temporary to live in.</summary>
    private Place PlaceOf(Expression expression)
    {
        if (_depth >= MaximumDepth)
        {
            return UnsupportedPlace(expression, $"nesting deeper than {MaximumDepth} levels");
        }

        // Volatile objects of a program's own hold what was stored to them: each access counts, and none is left out here.
        if (expression.Type.Qualifiers.HasFlag(Qualifiers.Atomic))
        {
            return UnsupportedPlace(expression, "atomic object");
        }

        _depth++;
        var place = ShallowPlaceOf(expression);
        _depth--;
        return place;
    }

    private Place ShallowPlaceOf(Expression expression) => expression switch
    {
        Expression.Reference { Symbol: { Kind: SymbolKind.Variable or SymbolKind.Parameter } symbol } reference =>
            new Place.Named(_scope.VariableOf(symbol), reference.Type, reference.Span),
        Expression.Unary { Operator: UnaryOperator.Dereference } unary =>
            new Place.Dereference(ValueOf(unary.Operand), unary.Type, unary.Span),
        Expression.Subscript { Base.Type: CType.Vector } subscript =>
            new Place.Lane(PlaceOf(subscript.Base), ValueOf(subscript.Index), subscript.Type, subscript.Span),
        Expression.Subscript subscript =>
            new Place.Element(ValueOf(subscript.Base), ValueOf(subscript.Index), subscript.Type, subscript.Span),
        Expression.Member { IsBitField: true } => UnsupportedPlace(expression, "bit-field"),
        Expression.Member { IsArrow: true } member => new Place.Field(
            new Place.Dereference(ValueOf(member.Base), PointeeOf(member.Base.Type), member.Base.Span), member.Field, member.Type, member.Span),
        Expression.Member member => new Place.Field(PlaceOf(member.Base), member.Field, member.Type, member.Span),
        Expression.CompoundLiteral literal => UnnamedObject(literal),
        { Type: CType.Record or CType.Vector } => Held(ValueOf(expression)).Place,
        _ => UnsupportedPlace(expression, "place of this kind"),
    };

    /// <summary><code>(double[]){1, 2}      ⟶      double t0[2] = {1, 2};   … t0 …</code></summary>
    private Place.Named UnnamedObject(Expression.CompoundLiteral literal)
    {
        var temporary = NewTemporary(literal.Type);
        Emit(new KernelStatement.Declare(temporary, [], ValueOf(literal.Initializer), literal.Span));
        return PlaceOf(temporary, literal.Span);
    }

    private static CType PointeeOf(CType type) => type is CType.Pointer pointer ? pointer.Pointee : type;

    private Place.Unsupported UnsupportedPlace(Expression expression, string construct) =>
        new(_scope.Report(expression.Span, construct), expression.Type, expression.Span);
}
