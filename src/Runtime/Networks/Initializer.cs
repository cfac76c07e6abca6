using System;
using System.Numerics;

namespace GenNet;

/// <summary>Draws the parameters that a network starts with.</summary>
public static class Initializer
{
    /// <summary>
    /// Draws each tensor as its <see cref="TensorInfo.Init"/> says; biases become zero, running statistics 0 and 1, and the padding is not touched.
    /// </summary>
    /// <remarks>
    /// Tensor number i of the layout takes its elements, in their dense order, from <see cref="RandomStream"/> (seed, i): the
    /// layers before a change of the network keep their values. All is drawn in double and rounded to <typeparamref name="T"/>.
    /// </remarks>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="parameters">The buffer, of the layout's length.</param>
    /// <param name="layout">Where the tensors stand and how each of them is drawn.</param>
    /// <param name="seed">Another seed, other values; the seed's 32 bits, as an unsigned number, are the seed of the streams.</param>
    /// <exception cref="ArgumentNullException">The layout is null.</exception>
    /// <exception cref="ArgumentException">The buffer has another length, or a tensor does not say how it is drawn.</exception>
    public static void Fill<T>(Span<T> parameters, Layout layout, int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(layout);
        if (parameters.Length != layout.Length)
            throw new ArgumentException($"The buffer must have {layout.Length} elements, as the layout says, got {parameters.Length}.", nameof(parameters));
        foreach (TensorInfo tensor in layout.Tensors)
            ThrowUnlessDrawable(tensor);

        for (int i = 0; i < layout.Tensors.Length; i++)
        {
            TensorInfo tensor = layout.Tensors[i];
            var values = new T[tensor.Count];
            if (tensor.Role != TensorRole.Bias)
                Draw<T>(values, tensor, new RandomStream(unchecked((uint)seed), (ulong)i));
            layout.Write<T>(parameters, tensor.Name, values);
        }
    }

    private static void Draw<T>(Span<T> values, TensorInfo tensor, RandomStream random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double inputs = tensor.FanIn;
        double both = inputs + tensor.FanOut;
        switch (tensor.Init)
        {
            case Init.XavierUniform:
                DrawUniform(values, -Math.Sqrt(6 / both), Math.Sqrt(6 / both), random);
                break;
            case Init.XavierNormal:
                DrawNormal(values, 0, Math.Sqrt(2 / both), random);
                break;
            case Init.HeUniform:
                DrawUniform(values, -Math.Sqrt(6 / inputs), Math.Sqrt(6 / inputs), random);
                break;
            case Init.HeNormal:
                DrawNormal(values, 0, Math.Sqrt(2 / inputs), random);
                break;
            case Init.LeCunNormal:
                DrawNormal(values, 0, Math.Sqrt(1 / inputs), random);
                break;
            case Init.Uniform:
                DrawUniform(values, tensor.InitFirst, tensor.InitSecond, random);
                break;
            case Init.Normal:
                DrawNormal(values, tensor.InitFirst, tensor.InitSecond, random);
                break;
            case Init.Orthogonal:
                OrthogonalMatrix.Fill(values, tensor.Shape[^2], tensor.Shape[^1], random);
                break;
            case Init.Ones:
                values.Fill(T.One);
                break;
            default:
                values.Clear();
                break;
        }
    }

    private static void DrawUniform<T>(Span<T> values, double from, double to, RandomStream random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (ref T value in values)
            value = T.CreateSaturating((from + to) / 2 + (to - from) / 2 * (2 * random.NextDouble() - 1));
    }

    private static void DrawNormal<T>(Span<T> values, double mean, double deviation, RandomStream random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (ref T value in values)
            value = T.CreateSaturating(mean + deviation * random.NextGaussian());
    }

    private static void ThrowUnlessDrawable(TensorInfo tensor)
    {
        if (tensor.Init is < Init.XavierUniform or > Init.Ones)
            throw new ArgumentException($"Tensor {tensor} has Init.{tensor.Init}: the layout must say how it is drawn.", "layout");
        if (tensor.Role == TensorRole.Weight && tensor.Init is not (Init.Zeros or Init.Ones or Init.Uniform or Init.Normal) && (tensor.FanIn < 1 || tensor.FanOut < 1))
            throw new ArgumentException($"Tensor {tensor} has {tensor.FanIn} inputs and {tensor.FanOut} outputs: both must be positive to draw it.", "layout");
        if (tensor.Init == Init.Orthogonal && tensor.Shape.Length < 2)
            throw new ArgumentException($"Tensor {tensor} is no matrix: it cannot be orthogonal.", "layout");
    }
}
