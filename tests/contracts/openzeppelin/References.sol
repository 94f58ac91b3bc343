// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";
import {IERC721Receiver} from "@openzeppelin/contracts/token/ERC721/IERC721Receiver.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Capped} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Capped.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721URIStorage} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721URIStorage.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";

/// What a classroom's token would be on OpenZeppelin's contracts: no lock, and minting what exists is an error.
contract ReferenceClassroom is ERC721URIStorage, AccessControl {
    bytes32 public constant MINTER_ROLE = keccak256("MINTER_ROLE");

    constructor() ERC721("EduVerse Classroom", "EDUROOM") {
        _grantRole(DEFAULT_ADMIN_ROLE, msg.sender);
        _grantRole(MINTER_ROLE, msg.sender);
    }

    function mint(address to, uint256 tokenId, string calldata uri) external onlyRole(MINTER_ROLE) returns (bool) {
        _mint(to, tokenId);
        _setTokenURI(tokenId, uri);
        return true;
    }

    function setTokenURI(uint256 tokenId, string calldata uri) external onlyRole(MINTER_ROLE) {
        _requireOwned(tokenId);
        _setTokenURI(tokenId, uri);
    }

    function supportsInterface(bytes4 id) public view override(ERC721URIStorage, AccessControl) returns (bool) {
        return super.supportsInterface(id);
    }
}

/// EDU on OpenZeppelin's contracts: the references are taken and looked at no further.
contract ReferenceToken is ERC20Capped, AccessControl {
    bytes32 public constant MINTER_ROLE = keccak256("MINTER_ROLE");

    constructor(uint256 limit) ERC20("EduVerse Reward", "EDU") ERC20Capped(limit) {
        _grantRole(DEFAULT_ADMIN_ROLE, msg.sender);
        _grantRole(MINTER_ROLE, msg.sender);
    }

    function mintBatch(bytes32[] calldata, address[] calldata to, uint256[] calldata amounts)
        external
        onlyRole(MINTER_ROLE)
        returns (uint256 minted)
    {
        for (uint256 i = 0; i < to.length; ++i) {
            _mint(to[i], amounts[i]);
            minted += amounts[i];
        }
    }
}

/// The proofs of the registry, by OpenZeppelin's library.
contract ReferenceProofs {
    function verify(bytes32 root, bytes32 leaf, bytes32[] calldata proof) external pure returns (bool) {
        return MerkleProof.verifyCalldata(proof, root, keccak256(abi.encodePacked(bytes1(0), leaf)));
    }
}

/// What the standards call these interfaces, by the compiler's own reckoning.
contract InterfaceIds {
    function erc165() external pure returns (bytes4) {
        return type(IERC165).interfaceId;
    }

    function erc721() external pure returns (bytes4) {
        return type(IERC721).interfaceId;
    }

    function erc721Metadata() external pure returns (bytes4) {
        return type(IERC721Metadata).interfaceId;
    }

    function accessControl() external pure returns (bytes4) {
        return type(IAccessControl).interfaceId;
    }

    function erc5192() external pure returns (bytes4) {
        return bytes4(keccak256("locked(uint256)"));
    }
}

/// Takes a token and says what it was told, or answers in one of the ways in which a contract may.
contract Receiver is IERC721Receiver {
    enum Manner {
        Accepts,
        SaysNo,
        RefusesWithReason,
        RefusesSilently,
        Fails,
        AnswersShort,
        AnswersLong,
        AnswersDirty,
        SendsBack
    }

    event Told(address operator, address from, uint256 tokenId, bytes data);

    Manner private immutable manner;

    constructor(Manner how) {
        manner = how;
    }

    function onERC721Received(address operator, address from, uint256 tokenId, bytes calldata data)
        external
        returns (bytes4)
    {
        emit Told(operator, from, tokenId, data);
        bytes32 answer = bytes32(IERC721Receiver.onERC721Received.selector);
        if (manner == Manner.SaysNo) return 0xffffffff;
        if (manner == Manner.RefusesWithReason) revert("no, thank you");
        if (manner == Manner.RefusesSilently) revert();
        if (manner == Manner.Fails) assert(false);
        if (manner == Manner.SendsBack) IERC721(msg.sender).transferFrom(address(this), from, tokenId);
        if (manner == Manner.AnswersShort) {
            assembly {
                mstore(0, answer)
                return(0, 4)
            }
        }
        if (manner == Manner.AnswersLong) {
            assembly {
                mstore(0, answer)
                mstore(32, answer)
                return(0, 64)
            }
        }
        if (manner == Manner.AnswersDirty) {
            assembly {
                mstore(0, or(answer, 1))
                return(0, 32)
            }
        }
        return IERC721Receiver.onERC721Received.selector;
    }
}
