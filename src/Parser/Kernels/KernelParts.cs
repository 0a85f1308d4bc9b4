namespace HpcVerify.Parser.Kernels;

/// <summary>A value or place with each of its parts replaced, one level deep; what goes all the way down calls it again for each part.</summary>
public static class KernelParts
{
    public static Value WithParts(this Value value, Func<Value, Value> ofValue, Func<Place, Place> ofPlace) => value switch
    {
        Value.Load load => load with { Place = ofPlace(load.Place) },
        Value.AddressOf address => address with { Place = ofPlace(address.Place) },
        Value.Decay decay => decay with { Array = ofPlace(decay.Array) },
        Value.Convert convert => convert with { Operand = ofValue(convert.Operand) },
        Value.Unary unary => unary with { Operand = ofValue(unary.Operand) },
        Value.Binary binary => binary with { Left = ofValue(binary.Left), Right = ofValue(binary.Right) },
        Value.Select select => select with { Condition = ofValue(select.Condition), WhenTrue = ofValue(select.WhenTrue), WhenFalse = ofValue(select.WhenFalse) },
        Value.And and => and with { Left = ofValue(and.Left), Right = ofValue(and.Right) },
        Value.Or or => or with { Left = ofValue(or.Left), Right = ofValue(or.Right) },
        Value.Lane lane => lane with { Vector = ofValue(lane.Vector), Index = ofValue(lane.Index) },
        Value.Aggregate aggregate => aggregate with { Elements = [.. aggregate.Elements.Select(ofValue)] },
        Value.PureCall call => call with { Arguments = [.. call.Arguments.Select(ofValue)] },
        _ => value,
    };

    /// <summary><code>*(&amp;place)      ⟶      place</code></summary>
    public static Place WithParts(this Place place, Func<Value, Value> ofValue, Func<Place, Place> ofPlace) => place switch
    {
        Place.Element element => element with { Pointer = ofValue(element.Pointer), Index = ofValue(element.Index) },
        Place.Dereference dereference => ofValue(dereference.Pointer) switch
        {
            Value.AddressOf address => address.Place,
            var pointer => dereference with { Pointer = pointer },
        },
        Place.Field field => field with { Record = ofPlace(field.Record) },
        Place.Lane lane => lane with { Vector = ofPlace(lane.Vector), Index = ofValue(lane.Index) },
        _ => place,
    };
}
