using System;

namespace GenNet.CompilerServices;

/// <summary>One axis of a convolution.</summary>
/// <remarks>
/// With a stride s the padded image is kept in s phases: place i of phase r is place s i + r. Then neighbours of the output meet neighbours of a phase, and every
/// stride is computed as a stride of 1.
/// </remarks>
/// <param name="size">The places of the image.</param>
/// <param name="kernel">Those of the window.</param>
/// <param name="stride">By how much it moves.</param>
/// <param name="padding">The zeros before the image.</param>
/// <param name="behind">The zeros behind it.</param>
/// <param name="dilation">The distance of neighbours in the window.</param>
internal readonly struct WindowAxis(int size, int kernel, int stride, int padding, int behind, int dilation)
{
    /// <summary>The numbers of a cache line, of float; of double, of two.</summary>
    public const int Line = 16;

    /// <summary>Three quarters of it.</summary>
    private const int ShortRow = 12;

    public int Size => size;

    public int Kernel => kernel;

    public int Stride => stride;

    public int Padding => padding;

    /// <summary>The places of the image with the zeros on both sides.</summary>
    public long PaddedSize => (long)size + padding + behind;

    /// <summary>The places of the output.</summary>
    public int Outputs => (size + padding + behind - dilation * (kernel - 1) - 1) / stride + 1;

    /// <summary>The places of a phase of the padded image.</summary>
    public int PhaseSize => (size + padding + behind + stride - 1) / stride;

    /// <summary>The first place of a phase that the gradient of the image is computed for: without a stride, the image's own first.</summary>
    public int First => stride == 1 ? padding : 0;

    /// <summary>The places of a phase that the gradient is computed for.</summary>
    public int Inner => stride == 1 ? size : PhaseSize;

    /// <summary>The zeros before the output's gradient, so that no place of the window reads before them.</summary>
    public int Before => Math.Max(0, Step(kernel - 1) - First);

    /// <summary>The places of the output's gradient with the zeros behind it.</summary>
    public int FramedOutputs => Math.Max(First + Inner, Outputs);

    /// <summary>
    /// The same of a row of pixels, with zeros at the end that serve as those before the next row too: in whole cache lines, so that each begins at one; where a row is
    /// so short that vectors run over several, as far from the next as the rows of a phase are, which are no shorter.
    /// </summary>
    public int FramedRow => IsShort ? PhaseSize : (Math.Max(FramedOutputs, Outputs + Before) + Line - 1) / Line * Line;

    /// <summary>Whether a vector of a cache line that runs over several rows saves a quarter of those that begin with a row.</summary>
    public bool IsShort => PhaseSize <= ShortRow;

    /// <summary>The phase that a place of the window reads.</summary>
    public int Phase(int tap) => tap * dilation % stride;

    /// <summary>Where in the phase it reads for the first output.</summary>
    public int Step(int tap) => tap * dilation / stride;
}
