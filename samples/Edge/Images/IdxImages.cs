using System;
using System.IO;
using GenNet;

namespace Edge;

/// <summary>The images of an IDX file such as those of MNIST.</summary>
internal sealed class IdxImages : ImageSource
{
    private readonly IdxFile _file;
    private int _next;

    public IdxImages(IdxFile file)
    {
        if (file.ElementType != IdxElementType.UInt8 || file.Shape is not ([_, Side, Side] or [_, Pixels]))
            throw new InvalidDataException($"{file.Name}: expected unsigned bytes [n, 28, 28], found [{string.Join(", ", file.Shape)}] of type {file.ElementType}.");
        _file = file;
    }

    public override bool TryRead(Span<float> pixels)
    {
        if (_next == _file.Shape[0])
            return false;
        Scale(_file.Data.Slice(_next++ * Pixels, Pixels), byte.MaxValue, pixels);
        return true;
    }
}
