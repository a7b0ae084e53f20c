// `import AssetStore` is all that a user of the library writes.
@_exported public import AssetExports
@_exported public import AssetJSON
@_exported public import Assets
