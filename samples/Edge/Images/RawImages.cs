using System;
using System.IO;

namespace Edge;

/// <summary>784 bytes an image, 0 black, 255 white, row by row, with nothing before or between.</summary>
internal sealed class RawImages(Stream stream, string name) : ImageSource
{
    private readonly byte[] _image = new byte[Pixels];

    public override bool TryRead(Span<float> pixels)
    {
        if (!TryReadAll(stream, _image, name))
            return false;
        Scale(_image, byte.MaxValue, pixels);
        return true;
    }
}
