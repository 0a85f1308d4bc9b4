using HpcVerify.Trainer.Model;

namespace HpcVerify.Trainer.Tests.Model;

/// <summary>The model once more, in double precision and as plainly as its equations: one position after the other, nothing kept or tiled.</summary>
internal sealed class ReferenceModel(ModelShape shape, double[] values)
{
    private readonly ParameterLayout _layout = ParameterLayout.Of(shape);

    /// <summary>log p(token | earlier ones) of every token but the first.</summary>
    public double[] LogProbabilities(IReadOnlyList<int> tokens, double temperature)
    {
        var stream = tokens.SkipLast(1).Select(token => Row(_layout.Embedding, token)).ToArray();
        foreach (var layer in _layout.Layers)
        {
            var mixed = stream.Select((x, position) => Turned(Product(Norm(x, Row(layer.AttentionNorm, 0)), layer.AttentionIn), position)).ToArray();
            stream = [.. stream.Select((x, position) => Sum(x, Product(Attention(mixed, position), layer.AttentionOut)))];
            stream = [.. stream.Select(x => Sum(x, Product(Units(Product(Norm(x, Row(layer.UnitsNorm, 0)), layer.UnitsIn)), layer.UnitsOut)))];
        }

        return [.. stream.Select((x, position) => LogSoftmax(Logits(x, temperature))[tokens[position + 1]])];
    }

    public static double[] Norm(double[] x, double[] gain)
    {
        var root = Math.Sqrt(x.Average(value => value * value) + 1e-5);
        return [.. x.Select((value, index) => gain[index] * value / root)];
    }

    public static double[] Units(double[] x) =>
        [.. x[..(x.Length / 2)].Select((gate, index) => gate / (1 + Math.Exp(-gate)) * x[(x.Length / 2) + index])];

    /// <summary>Queries and keys turned to a position, head by head.</summary>
    public double[] Turned(double[] mixed, int position)
    {
        var (turned, half) = ((double[])mixed.Clone(), shape.HeadWidth / 2);
        for (var begin = 0; begin < 2 * shape.Width; begin += shape.HeadWidth)
        {
            for (var index = 0; index < half; index++)
            {
                var angle = position * Math.Pow(10_000, -(double)index / half);
                var (x, y) = (mixed[begin + index], mixed[begin + half + index]);
                turned[begin + index] = (x * Math.Cos(angle)) - (y * Math.Sin(angle));
                turned[begin + half + index] = (y * Math.Cos(angle)) + (x * Math.Sin(angle));
            }
        }

        return turned;
    }

    /// <summary>What a position attends to, all heads one behind the other.</summary>
    public double[] Attention(double[][] mixed, int position)
    {
        var output = new double[shape.Width];
        for (var head = 0; head < shape.Heads; head++)
        {
            var begin = head * shape.HeadWidth;
            var scores = Enumerable.Range(0, position + 1)
                .Select(key => Enumerable.Range(begin, shape.HeadWidth).Sum(index => mixed[position][index] * mixed[key][shape.Width + index]) / Math.Sqrt(shape.HeadWidth))
                .ToArray();
            var probabilities = LogSoftmax(scores).Select(Math.Exp).ToArray();
            for (var index = begin; index < begin + shape.HeadWidth; index++)
            {
                output[index] = probabilities.Select((probability, key) => probability * mixed[key][(2 * shape.Width) + index]).Sum();
            }
        }

        return output;
    }

    public static double[] LogSoftmax(double[] logits)
    {
        var largest = logits.Max();
        var logSum = largest + Math.Log(logits.Sum(logit => Math.Exp(logit - largest)));
        return [.. logits.Select(logit => logit - logSum)];
    }

    private double[] Logits(double[] x, double temperature)
    {
        var normalised = Norm(x, Row(_layout.FinalNorm, 0));
        return [.. Enumerable.Range(0, shape.Vocabulary).Select(token => Dot(normalised, Row(_layout.Embedding, token)) / temperature)];
    }

    private double[] Product(double[] x, Parameter matrix)
    {
        var product = new double[matrix.Columns];
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < matrix.Columns; column++)
            {
                product[column] += x[row] * values[matrix.Offset + (row * matrix.Columns) + column];
            }
        }

        return product;
    }

    private static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();

    private static double[] Sum(double[] x, double[] y) => [.. x.Zip(y, (a, b) => a + b)];

    private double[] Row(Parameter parameter, int row) => values[(parameter.Offset + (row * parameter.Columns))..(parameter.Offset + ((row + 1) * parameter.Columns))];
}
