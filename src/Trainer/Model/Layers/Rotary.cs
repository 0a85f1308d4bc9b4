using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HpcVerify.Trainer.Model.Layers;

/// <summary>
/// Rotary positions: in every head, numbers <c>i</c> and <c>i + half</c> are a point that is turned by <c>position · base^(−i/half)</c>, so that
/// the product of a query and a key depends on their distance alone (Su et al., "RoFormer", 2021, Eq. 34).
/// </summary>
internal sealed class Rotary
{
    private readonly int _half;
    private readonly float[] _cosines, _sines;

    public Rotary(ModelShape shape)
    {
        _half = shape.HeadWidth / 2;
        _cosines = new float[shape.ContextLength * _half];
        _sines = new float[shape.ContextLength * _half];
        for (var position = 0; position < shape.ContextLength; position++)
        {
            for (var index = 0; index < _half; index++)
            {
                var angle = position * Math.Pow(ModelShape.RotaryBase, -(double)index / _half);
                _cosines[(position * _half) + index] = (float)Math.Cos(angle);
                _sines[(position * _half) + index] = (float)Math.Sin(angle);
            }
        }
    }

    /// <summary>Turns all heads that lie one behind the other in a row.</summary>
    public void Turn(Span<float> heads, int position) => Turn(heads, position, 1);

    /// <summary>Turns back, which is what a gradient has to be: a rotation's transpose is its inverse.</summary>
    public void TurnBack(Span<float> heads, int position) => Turn(heads, position, -1);

    private void Turn(Span<float> heads, int position, float direction)
    {
        var cosines = MemoryMarshal.Cast<float, Vector256<float>>(_cosines.AsSpan(position * _half, _half));
        var sines = MemoryMarshal.Cast<float, Vector256<float>>(_sines.AsSpan(position * _half, _half));
        for (var head = 0; head < heads.Length; head += 2 * _half)
        {
            var first = MemoryMarshal.Cast<float, Vector256<float>>(heads.Slice(head, _half));
            var second = MemoryMarshal.Cast<float, Vector256<float>>(heads.Slice(head + _half, _half));
            for (var index = 0; index < cosines.Length; index++)
            {
                var (x, y, cosine, sine) = (first[index], second[index], cosines[index], sines[index] * direction);
                first[index] = (x * cosine) - (y * sine);
                second[index] = (y * cosine) + (x * sine);
            }
        }
    }
}
