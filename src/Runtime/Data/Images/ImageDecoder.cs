using System.IO;

namespace GenNet;

/// <summary>Reads an image from a file, such as a decoder of PNG or JPEG from another library does; <see cref="Netpbm.Read"/> is one.</summary>
/// <param name="file">The file from its start. The decoder need not close it.</param>
public delegate DecodedImage ImageDecoder(Stream file);
